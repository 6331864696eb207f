using System.Globalization;
using System.Text.Json.Nodes;
using Portal.InternationalExchange.Students;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Teachers;

/// <summary>What becomes of permits and lodging when a teacher comes and goes.</summary>
internal static class TeacherEffects
{
    private const int MostDocuments = 20;

    public const int MostIds = (MostDocuments * RecordWriter.IdsPerRecord) + 1;

    public static Task FollowAsync(RecordChange change, RecordWriter writer) => change switch
    {
        { Move.Key: "to-school" } => writer.NotifyOfficeAsync(Offices.School, change.After, "外籍教师待学校批准", change.After.Title),
        { Move.Key: "arrive" } => OpenPermitAsync(change.After, writer),
        _ when change.Entered("left") => EndAsync(change.After, writer),
        _ => Task.CompletedTask,
    };

    private static Task<RecordView> OpenPermitAsync(RecordView teacher, RecordWriter writer) => writer.CreateAsync(
        ImmigrationDocType.TypeKey,
        teacher.UnitId,
        ImmigrationHolder.Values("teacher", teacher, "residence", ("enteredOn", teacher["enteredOn"])),
        "to-apply",
        "到岗后办理");

    private static async Task EndAsync(RecordView teacher, RecordWriter writer)
    {
        var context = writer.ContextOf(teacher);
        foreach (var document in (await context.ReferringAsync(ImmigrationDocType.TypeKey, "teacher")).Where(document => document.IsIn("to-apply", "applied", "valid")).Take(MostDocuments - 1))
            await writer.MoveAsync(document, ImmigrationDocType.End, $"{teacher.Title} 离职");
        foreach (var stay in (await context.ReferringAsync(LodgingType.TypeKey, "teacher")).Where(stay => stay.IsIn("active")).Take(1))
        {
            var data = stay.Copy();
            data["leftAt"] = JsonValue.Create(writer.Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            await writer.MoveAsync(stay, "leave", $"{teacher.Title} 离职", data);
        }
    }
}
