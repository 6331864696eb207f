using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Settings;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records.Reading;

/// <summary>Tells which steps come, with the order that an office has set, and where nobody or more than one holds what exactly one person should.</summary>
public sealed class RecordRouteService(PermissionHolderQueries holders)
{
    internal async Task<RecordRoute> FindAsync(ReadSession data, RecordDetails details, CancellationToken cancellationToken)
    {
        if (details.Type.Route.Count == 0 || (!details.IsDraft && details.Running?.Review.State is not (ReviewState.Active or ReviewState.Held)))
            return RecordRoute.None;
        var shown = details.Amendment?.Amended ?? details.Record;
        var keys = details.IsDraft
            ? await RouteOrder.FindAsync(data, details.Book, details.Type, shown.Row.Region)
            : [.. details.Running!.Review.Order.Skip(details.Running.Review.StepNo - 1)];
        RecordStep[] steps = [.. keys.Select(key => details.Type.Route.FirstOrDefault(step => step.Key == key)).OfType<RecordStep>().Where(step => step.When?.Invoke(shown) != false)];
        var notes = new List<string>();
        foreach (var step in steps.DistinctBy(step => step.UnitRole))
        {
            if (details.Book.FindRole(step.UnitRole) is { HasOneHolder: true } role && await NoteAsync(role, step, cancellationToken) is { } note)
                notes.Add(note);
        }

        return new(steps, notes);
    }

    private async Task<string?> NoteAsync(UnitRole role, RecordStep step, CancellationToken cancellationToken) => await holders.CountAsync(role, cancellationToken) switch
    {
        1 => null,
        0 => $"现在没有人担任{role.Label}，到“{step.Label}”时无人能办。请联系管理员在“人员”中安排一人。",
        var count => $"现在有 {count} 人担任{role.Label}，应当恰好由一人担任，“{step.Label}”由其中任何一人办理。请联系管理员在“人员”中调整。",
    };
}
