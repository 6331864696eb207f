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
}
