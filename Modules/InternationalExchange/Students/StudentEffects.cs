using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>What follows from the arrival, the status and the departure of a student from abroad.</summary>
internal static class StudentEffects
{
    public const int MostIds = Departure.MostIds + 2;

    public static Task FollowAsync(RecordChange change, RecordWriter writer) => change switch
    {
        { Move.Key: "arrive" } => OpenPermitAsync(change.After, writer),
        _ when change.Entered("left") => Departure.EndAsync(change.After, "student", $"{change.After.Title} 离校", writer),
        _ when change.After.IsIn("suspending", "resuming", "dropping") && change.Before?.State != change.After.State =>
            writer.NotifyOfficeAsync(Offices.AcademicAffairs, change.After, "留学生学籍异动待确认", change.After.Title),
        _ => Task.CompletedTask,
    };

    // Art. 30 of the Exit-Entry Law: 30 days from the entry. Short language courses end within the visa.
    private static async Task OpenPermitAsync(RecordView student, RecordWriter writer)
    {
        var permits = await writer.ContextOf(student).ReferringAsync(ImmigrationDocType.TypeKey, "student");
        if (student.Is("kind", "language") || permits.Any(permit => permit.Is("kind", "residence") && !permit.IsIn("closed", "cancelled")))
            return;
        var values = ImmigrationHolder.Values("student", student, "residence", ("enteredOn", student["enteredOn"] ?? student["arrivedOn"]));
        var permit = await writer.CreateAsync(ImmigrationDocType.TypeKey, ImmigrationHolder.UnitOf(student), values, "to-apply", "报到后办理");
        await writer.NotifyOfficeAsync(Offices.Exchange, permit, "居留许可待办", permit.Title);
    }
}
