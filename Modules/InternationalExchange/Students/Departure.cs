using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>Whoever leaves the school has no permits and no room there any more.</summary>
internal static class Departure
{
    /// <summary>Ids that <see cref="EndAsync"/> takes at most.</summary>
    public const int MostIds = (MostDocuments + 1) * RecordWriter.IdsPerRecord;

    private const int MostDocuments = 20;

    /// <param name="person">The student or teacher.</param>
    /// <param name="field">The field by which records name such a person: student or teacher.</param>
    /// <param name="reason">For the histories.</param>
    /// <param name="writer">The writer.</param>
    public static async Task EndAsync(RecordView person, string field, string reason, RecordWriter writer)
    {
        var context = writer.ContextOf(person);
        foreach (var document in (await context.ReferringAsync(ImmigrationDocType.TypeKey, field)).Where(document => document.IsIn("to-apply", "applied", "valid")).Take(MostDocuments))
            await writer.MoveAsync(document, ImmigrationDocType.End, reason);
        foreach (var stay in (await context.ReferringAsync(LodgingType.TypeKey, field)).Where(stay => stay.IsIn("active")).Take(1))
        {
            var data = stay.Copy();
            data["leftAt"] = writer.Now.ToIso();
            await writer.MoveAsync(stay, "leave", reason, data);
        }
    }
}
