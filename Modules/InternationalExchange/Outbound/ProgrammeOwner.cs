using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>
/// Which office owns a programme abroad: with credits 教务处 (Art. 9(3)4), up to three months 学生工作部 (Art. 9(5)1), otherwise whom 国际交流处 designates (Art. 6(5)).
/// </summary>
internal static class ProgrammeOwner
{
    public const string Open = "open";

    private const int ShortMonths = 3;

    /// <summary>Three months to the day still count: from 1 July up to and including 30 September.</summary>
    public static bool IsShort(RecordView programme) =>
        programme.Date("startOn") is { } start && programme.Date("endOn") is { } end && end < start.AddMonths(ShortMonths);

    /// <summary>Key of the office; <see cref="Open"/> until somebody is designated.</summary>
    public static string Of(RecordView programme) => programme switch
    {
        _ when programme.Bool("creditBearing") => Offices.AcademicAffairs,
        _ when IsShort(programme) => Offices.StudentAffairs,
        _ => programme["designated"] ?? Open,
    };

    /// <summary>Why this office owns it, with the article.</summary>
    public static string ReasonOf(RecordView programme) => programme switch
    {
        _ when programme.Bool("creditBearing") && IsShort(programme) => "学分互认项目由教务处归口（第九条三4）；在三个月以内，选拔和国外跟踪由学生工作部（处）参与（第九条五）。",
        _ when programme.Bool("creditBearing") => "学分互认项目由教务处归口（第九条三4）。",
        _ when IsShort(programme) => $"{Period(programme)}在三个月以内（含整三个月），不授学分，由学生工作部（处）归口（第九条五1）。",
        _ when programme.Has("designated") => $"{Period(programme)}超过三个月，不授学分，由国际交流处指定归口部门（第六条五）。",
        _ when !programme.Has("endOn") => "填写开始、结束日期和是否学分互认后确定归口部门。",
        _ => $"{Period(programme)}超过三个月，不授学分，没有归口部门；由国际交流处指定后才能提交（第六条五）。",
    };

    private static string Period(RecordView programme) => $"{programme.Date("startOn"):yyyy-MM-dd} 至 {programme.Date("endOn"):yyyy-MM-dd} ";
}
