using System.Text.Json.Nodes;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>What a recognition of credits takes from the student's record and leaves there.</summary>
internal static class CreditEffects
{
    private static readonly string[] _compared = ["foreignCourse", "foreignCredits", "foreignGrade", "gradeScale", "homeCourse", "homeCredits"];

    public static async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        var recognition = change.After;
        if (recognition.Ref("outbound") is not { } reference || await writer.FindAsync(reference.Id) is not { } outbound)
            return;
        if (change.Kind is RecordChangeKind.Created or RecordChangeKind.Edited && recognition.IsIn("draft", "returned"))
        {
            var values = outbound.Copy();
            await Derived.SetAsync(writer, recognition, "带出学生信息", ("student", values["student"]?.DeepClone()), ("planApprovedOn", values["planApprovedOn"]?.DeepClone()));
        }
        else if (change.Entered("in-review") && !outbound.Has("recognitionOn"))
        {
            await Derived.SetAsync(writer, outbound, "申请学分认定", ("recognitionOn", $"{writer.Today:yyyy-MM-dd}"));
        }
        else if (change.Entered("approved"))
        {
            await writer.SetAsync(recognition, "带出申请的课程", ("decisions", Drafted(recognition)));
        }
        else if (change.Entered("closed"))
        {
            var data = outbound.Copy();
            data["recognisedOn"] = recognition["decidedOn"];
            if (outbound.IsIn("back"))
                await writer.MoveAsync(outbound, "recognise", data: data);
            if (outbound.Person("student") is { } person)
                await writer.NotifyPersonAsync(person.Id, recognition, "学分认定已有结论", $"文号：{recognition["decisionNo"]}");
        }
    }

    // The decision begins as what was applied for; the original grade stays beside the converted one.
    private static JsonArray Drafted(RecordView recognition)
    {
        var decisions = new JsonArray();
        foreach (var line in recognition.Rows("lines"))
        {
            var values = line.Copy();
            var decision = new JsonObject();
            foreach (var column in _compared.Where(column => values[column] is not null))
                decision[column] = values[column]!.DeepClone();
            decisions.Add(decision);
        }

        return decisions;
    }
}
