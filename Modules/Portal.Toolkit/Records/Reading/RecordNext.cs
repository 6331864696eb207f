namespace Portal.Toolkit.Records.Reading;

/// <summary>What may follow, and whose it is.</summary>
/// <param name="Label">Of the move: 登记发放.</param>
/// <param name="By">The unit of the record where it makes the move itself, otherwise the offices that do.</param>
public sealed record RecordNext(string Label, string By)
{
    internal static bool LeadsOn(RecordMove move, RecordView record) =>
        move is { IsInternal: false, NeedsReason: false, Key: not RecordMove.Archive } && move.From.Contains(record.State) && move.EndsIn(record.State) != record.State && move.When?.Invoke(record) != false;

    internal static RecordNext Of(RecordDetails details, RecordMove move)
    {
        var grants = details.Type.Grants.Where(grant => move.By.Contains(grant.Act) && (grant.Facet is null || grant.Facet == details.Record.Row.Facet)).ToLookup(grant => grant.UnitRole);
        UnitRole[] roles = [.. details.Book.Roles.Where(role => !role.IsPersonal && grants.Contains(role.Key) && move.Roles?.Contains(role.Key) != false)];

        // Offices carry out what is the whole school's, but create for their own unit like everybody else.
        return new(move.Label, roles.Any(role => !role.IsOffice || grants[role.Key].All(grant => grant.Act == Act.Create)) ? details.UnitName : string.Join('、', roles.Select(role => role.Label)));
    }
}
