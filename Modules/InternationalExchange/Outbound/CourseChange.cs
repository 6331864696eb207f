using System.Text.Json.Nodes;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>国外选课变更 (Art. 9(3)4): whoever chose courses abroad changes the approved plan in time, or says that it still holds.</summary>
internal static class CourseChange
{
    public const string ChosenOn = "coursesChosenOn";

    private const string Confirm = "confirm-courses";
    private const string ReportedOn = "coursesReportedOn";

    public static IReadOnlyList<Field> Fields { get; } =
    [
        new(ChosenOn, "国外选课日期", FieldKind.Date, Required: false, Check: Dates.NotBefore(ChosenOn, "actualDepart", "选课日期早于出境日期"))
            { Kept = true, IsPast = true, Hint = "选定国外课程后填写；课程与学习计划不同的，须在期限内登记变更。" },
        new(ReportedOn, "选课核对日期", FieldKind.Date, Required: false) { AskedBy = Derived.Key },
    ];

    public static RecordMove Move { get; } = new(Confirm, ["abroad"], RecordMove.Stay, "选课与学习计划一致", Act.Create) { When = student => student.Has(ChosenOn) && !student.Has(ReportedOn) };

    public static RecordGuard Guard { get; } = RecordGuard.Of(Confirm, "第九条三4", "请先填写国外选课日期", student => student.Has(ChosenOn));

    public static RecordDue Due { get; } = new(
        "course-change",
        "国外选课变更",
        (student, settings) => student.Bool("creditBearing") && student.IsIn("abroad", "back") ? Dates.After(student.Date(ChosenOn), settings.Number(ExchangeSettings.CreditChangeDays)) : null,
        student => student.Has(ReportedOn)) { Offices = [Offices.AcademicAffairs] };

    public static async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        var isChanged = change.Kind == RecordChangeKind.Edited && change.After.Has(ChosenOn)
            && change.Before is { } before && !JsonNode.DeepEquals(before.Copy()["coursePlan"], change.After.Copy()["coursePlan"]);
        if (isChanged || change.Move?.Key == Confirm)
            await Derived.SetAsync(writer, change.After, "核对国外选课", (ReportedOn, writer.Today.ToIso()));
    }
}
