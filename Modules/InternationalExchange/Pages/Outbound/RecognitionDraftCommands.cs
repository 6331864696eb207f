using System.Text.Json.Nodes;
using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>申请学分认定 begins with the courses of the study plan, so that only grades are left to type.</summary>
internal sealed class RecognitionDraftCommands(RecordCommands records)
{
    private static readonly string[] _columns = ["foreignCourse", "foreignCredits", "homeCourse", "homeCredits"];

    public async Task<RecordView> BeginAsync(RecordView student, CancellationToken cancellationToken)
    {
        var lines = new JsonArray();
        foreach (var course in student.Rows("coursePlan").Where(course => !course.Is("change", "deleted")))
        {
            var planned = course.Copy();
            var line = new JsonObject();
            foreach (var column in _columns.Where(column => planned[column] is not null))
                line[column] = planned[column]!.DeepClone();
            lines.Add(line);
        }

        var values = new JsonObject { ["outbound"] = student.Reference.ToJson() };
        if (lines.Count > 0)
            values["lines"] = lines;
        return (await records.CreateAsync(CreditRecognitionType.TypeKey, new() { Values = values, Asked = ["outbound", "lines"] }, cancellationToken)).Record;
    }
}
