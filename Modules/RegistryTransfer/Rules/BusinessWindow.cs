using System.Globalization;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Rules;

/// <summary>业务时段: a span of days, the same each year, in which applications may be started or not. A province's own rows stand in for the national ones.</summary>
internal sealed record BusinessWindow : IConfigRow
{
    /// <summary>In <see cref="Grades"/>: the graduating grades of a student's schooling system.</summary>
    public const string Graduating = "GRADUATING";

    /// <summary>In <see cref="Grades"/>: all but the graduating ones.</summary>
    public const string Others = "OTHERS";

    public static string Table => "registrytransfer_business_window";

    public static string Title => "业务时段";

    public long Id { get; init; }

    public long ProvinceId { get; init; }

    public ApplicationKind Kind { get; init; }

    /// <summary>Grade codes or the two words above, separated by commas; empty for all.</summary>
    public string Grades { get; init; } = "";

    /// <summary>First day, <c>07-15</c>.</summary>
    public string Opens { get; init; } = "";

    /// <summary>Last day, <c>08-14</c>.</summary>
    public string Closes { get; init; } = "";

    /// <summary>A span in which it is open; false for one in which it is closed.</summary>
    public bool IsOpen { get; init; }

    public string Note { get; init; } = "";

    public int Version { get; init; }

    public bool Covers(Grade grade, bool isGraduating) => Grades.Length == 0
        || Grades.Split(',').Any(word => word == grade.Code || word == (isGraduating ? Graduating : Others));

    public bool Holds(DateOnly day)
    {
        var now = day.ToString("MM-dd", CultureInfo.InvariantCulture);
        return string.CompareOrdinal(Opens, Closes) <= 0
            ? string.CompareOrdinal(Opens, now) <= 0 && string.CompareOrdinal(now, Closes) <= 0
            : string.CompareOrdinal(Opens, now) <= 0 || string.CompareOrdinal(now, Closes) <= 0;
    }

    /// <summary>7月15日至8月14日.</summary>
    public string Span => $"{DayText(Opens)}至{DayText(Closes)}";

    public IReadOnlyDictionary<string, object?> Columns() => new Dictionary<string, object?>
    {
        ["kind"] = (int)Kind, ["grades"] = Grades, ["opens"] = Opens, ["closes"] = Closes, ["is_open"] = IsOpen, ["note"] = Note,
    };

    public IReadOnlyList<(string Label, string Text)> Texts() =>
    [
        ("业务", Words.Of(Kind)),
        ("第一天", Opens),
        ("最后一天", Closes),
        ("年级", ConfigWords.OfGrades(Grades)),
        ("作用", IsOpen ? "可以发起" : "暂停发起"),
        ("依据、说明", Note),
    ];

    private static string DayText(string day) => day.Split('-') is [var month, var date] ? $"{month.TrimStart('0')}月{date.TrimStart('0')}日" : day;
}
