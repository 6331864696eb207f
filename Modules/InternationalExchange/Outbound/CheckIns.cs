using System.Text.Json.Nodes;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>跟踪签到 (Art. 9(5)1): a student abroad says at intervals where he is and how he is. What was said once stays.</summary>
internal static class CheckIns
{
    public const string FieldId = "checkIns";

    /// <summary>Key of the due date of the next one.</summary>
    public const string DueKey = "check-in";

    public static IReadOnlyList<Field> Columns { get; } =
    [
        new("on", "日期", FieldKind.Date) { IsPast = true },
        new("place", "所在地", FieldKind.Text, Max: 100),
        new("safe", "是否平安", FieldKind.YesNo),
        new("text", "情况", FieldKind.Text, Required: false),
    ];

    public static RecordDue Due { get; } = new(
        DueKey,
        "跟踪签到",
        (student, settings) => student.IsIn("abroad") ? Dates.After(LastDay(student) ?? student.Date("actualDepart"), settings.Number(ExchangeSettings.CheckInDays)) : null,
        _ => false)
    {
        IsRecurring = true,
        Offices = [Offices.StudentAffairs],
        RemindDays = [1, 0],
    };

    /// <summary>The latest by its day, of one day the last that was entered; null when there is none.</summary>
    public static RecordValues? Last(RecordValues student) => student.Rows(FieldId).OrderBy(row => row.Date("on")).LastOrDefault();

    public static DateOnly? LastDay(RecordValues student) => Last(student)?.Date("on");

    public static Task<string?> FindProblemAsync(RecordContext context) => Task.FromResult(context.Before is { } before ? Problem(before, context.Record) : null);

    /// <summary>Somebody in trouble abroad: the offices that track and the home office learn it at once.</summary>
    public static async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if (change.Before is not { } before || change.After.Rows(FieldId) is not [.., var last] || change.After.Rows(FieldId).Count == before.Rows(FieldId).Count || last.Bool("safe"))
            return;
        var text = $"{change.After.Person("student")?.Name} 于 {last["on"]} 在 {last["place"]} 报告不平安：{last["text"] ?? "没有说明情况"}。请立即联系本人或紧急联系人。";
        foreach (var office in new[] { Offices.StudentAffairs, Offices.Exchange })
            await writer.NotifyOfficeAsync(office, change.After, "在外学生报告不平安", text);
        await writer.NotifyUnitAsync(change.After.UnitId, change.After, "在外学生报告不平安", text);
    }

    private static string? Problem(RecordView before, RecordView after)
    {
        var (old, now) = (Nodes(before), Nodes(after));
        if (now.Count < old.Count || !old.Zip(now).All(pair => JsonNode.DeepEquals(pair.First, pair.Second)))
            return "签到记录只能增加，不能修改或删除";
        if (now.Count == old.Count)
            return null;
        if (!before.IsIn("abroad"))
            return "只有在外期间才能签到";
        return after.Rows(FieldId).Skip(old.Count).Any(row => row.Date("on") < after.Date("actualDepart")) ? "签到日期早于出境日期" : null;
    }

    private static JsonArray Nodes(RecordView record) => record.Copy()[FieldId] as JsonArray ?? [];
}
