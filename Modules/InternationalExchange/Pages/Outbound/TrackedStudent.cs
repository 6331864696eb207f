using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>A student who is abroad now.</summary>
internal sealed record TrackedStudent
{
    public required RecordView Record { get; init; }

    public required string UnitName { get; init; }

    /// <summary>Phone, address abroad and emergency contact, masked until they were asked for.</summary>
    public required IReadOnlyList<string> Contacts { get; init; }

    /// <summary>Whether the post may ask for them.</summary>
    public required bool MaySeeContacts { get; init; }

    /// <summary>The last day on which the next check-in is in time; null when none is asked for.</summary>
    public required DateOnly? NextOn { get; init; }

    public required DateOnly Today { get; init; }

    public string Name => Record.Person("student")?.Name ?? "";

    public RecordValues? Last => CheckIns.Last(Record);

    public bool IsLate => NextOn < Today;

    public bool IsUnsafe => Last is { } last && !last.Bool("safe");

    /// <summary>Should have come back.</summary>
    public bool IsOverstaying => Record.Date("plannedReturn") < Today;

    public string LastText => Last is { } last ? $"{last["on"]} {last["place"]}" : "还没有签到";

    public StateBadge Badge => IsUnsafe ? new() { Kind = StateKind.Failed, Text = "报告不平安", Detail = Last!["text"] }
        : IsLate ? new() { Kind = StateKind.Overdue, Text = $"逾期 {Today.DayNumber - NextOn!.Value.DayNumber} 天未签到" }
        : IsOverstaying ? new() { Kind = StateKind.SourceFault, Text = "应返未返", Detail = $"计划 {Record.Date("plannedReturn"):yyyy-MM-dd} 返校" }
        : new() { Kind = StateKind.Passed, Text = "正常", Detail = NextOn is { } next ? $"下次签到 {next:yyyy-MM-dd} 前" : null };
}
