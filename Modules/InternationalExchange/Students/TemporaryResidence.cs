using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>临时居留（住宿登记）证明: owed within a day after each check-in, and again after a renewed permit (Exit-Entry Law, Art. 39).</summary>
internal static class TemporaryResidence
{
    /// <summary>Opens the task; takes the ids of one record and one.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="cause">The stay, or the permit that was renewed.</param>
    /// <param name="holderType">teacher or student.</param>
    /// <param name="holder">Whose.</param>
    /// <param name="from">Moment of the check-in, in UTC.</param>
    public static async Task OpenAsync(RecordWriter writer, RecordView cause, string holderType, RecordRef holder, DateTime from)
    {
        if (await writer.FindAsync(holder.Id) is not { } person)
            return;
        var values = ImmigrationHolder.Values(
            holderType,
            person,
            "temporary",
            ("checkedInAt", from.ToIso()),
            ("address", cause["address"] ?? cause.Ref("room")?.Title));
        var task = await writer.CreateAsync(ImmigrationDocType.TypeKey, ImmigrationHolder.UnitOf(person), values, "to-apply", "入住后办理");
        await writer.NotifyOfficeAsync(holderType == "student" ? Offices.Security : Offices.Exchange, task, "临时居留证明待办", task.Title);
    }
}
