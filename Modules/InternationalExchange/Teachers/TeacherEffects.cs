using Portal.InternationalExchange.Students;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Teachers;

/// <summary>What becomes of permits and lodging when a teacher comes and goes.</summary>
internal static class TeacherEffects
{
    public const int MostIds = Departure.MostIds + 1;

    public static Task FollowAsync(RecordChange change, RecordWriter writer) => change switch
    {
        { Move.Key: "to-school" } => writer.NotifyOfficeAsync(Offices.School, change.After, "外籍教师待学校批准", change.After.Title),
        { Move.Key: "arrive" } => OpenPermitAsync(change.After, writer),
        _ when change.Entered("left") => Departure.EndAsync(change.After, "teacher", $"{change.After.Title} 离职", writer),
        _ => Task.CompletedTask,
    };

    private static Task<RecordView> OpenPermitAsync(RecordView teacher, RecordWriter writer) => writer.CreateAsync(
        ImmigrationDocType.TypeKey,
        teacher.UnitId,
        ImmigrationHolder.Values("teacher", teacher, "residence", ("enteredOn", teacher["enteredOn"])),
        "to-apply",
        "到岗后办理");
}
