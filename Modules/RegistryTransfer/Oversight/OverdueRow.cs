using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Calendar;

namespace Portal.RegistryTransfer.Oversight;

/// <summary>An open step that is out of time.</summary>
public sealed record OverdueRow
{
    /// <summary>Beyond this many working days twice the time is gone (domain §4.2).</summary>
    public const int WorkingDays = 10;

    public long Id { get; init; }

    public long ReviewId { get; init; }

    public string Number { get; init; } = "";

    public ApplicationKind Kind { get; init; }

    public string StudentName { get; init; } = "";

    public string InSchoolName { get; init; } = "";

    public string OutSchoolName { get; init; } = "";

    public string InProvinceName { get; init; } = "";

    public string OutProvinceName { get; init; } = "";

    public string StepLabel { get; init; } = "";

    public long WaitingUnitId { get; init; }

    public string WaitingUnitName { get; init; } = "";

    public DateTime DueAt { get; init; }

    /// <summary>The last 催办 of the step that waits; null for none.</summary>
    public DateTime? UrgedAt { get; init; }

    /// <summary>Working days beyond the last one.</summary>
    public int DaysOver(WorkDays calendar, DateTime now) => Math.Max(1, -calendar.RemainingWorkingDays(DueAt, now));

    /// <summary>超期, or 超过两倍时限 which the superior bureau takes up.</summary>
    public bool IsEscalated(WorkDays calendar, DateTime now) => DaysOver(calendar, now) > WorkingDays;

    public string LevelText(WorkDays calendar, DateTime now) => IsEscalated(calendar, now) ? "超过两倍时限，上级督办" : "超期";

    internal OverdueRow Masked() => this with { StudentName = PersonName.Mask(StudentName) };
}
