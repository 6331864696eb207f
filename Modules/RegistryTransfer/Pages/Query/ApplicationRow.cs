using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>A row of 查询 and of 核办.</summary>
internal sealed record ApplicationRow
{
    internal const string Columns =
        """
        a.id, a.review_id, a.number, a.kind, a.status, a.student_name, a.student_no, a.in_school_name, a.in_grade, a.out_school_name, a.out_grade,
        pi.name as in_province_name, po.name as out_province_name, a.step_label, a.waiting_unit_id, a.waiting_unit_name, a.due_at, a.check_text, a.started_at, a.finished_at
        """;

    internal const string Provinces =
        """
        join registrytransfer_province pi on pi.id = a.in_province_id
        join registrytransfer_province po on po.id = a.out_province_id
        """;

    public long Id { get; init; }

    public long? ReviewId { get; init; }

    public string Number { get; init; } = "";

    public ApplicationKind Kind { get; init; }

    public ApplicationStatus Status { get; init; }

    public string StudentName { get; init; } = "";

    public string StudentNo { get; init; } = "";

    public string InSchoolName { get; init; } = "";

    public string InGrade { get; init; } = "";

    public string InProvinceName { get; init; } = "";

    public string OutSchoolName { get; init; } = "";

    public string OutGrade { get; init; } = "";

    public string OutProvinceName { get; init; } = "";

    public string StepLabel { get; init; } = "";

    public long? WaitingUnitId { get; init; }

    public string WaitingUnitName { get; init; } = "";

    public DateTime? DueAt { get; init; }

    public string CheckText { get; init; } = "";

    public DateTime StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    /// <summary>The person at the screen began it; only 核办 reads it.</summary>
    public bool IsOwn { get; init; }

    public string StatusText => Words.Of(Status, Kind);

    public bool IsOverdue(DateTime now) => DueAt is { } due && WorkDays.IsOverdue(due, now);

    /// <summary>剩余3个工作日, 超期2个工作日, or nothing.</summary>
    public string Remaining(WorkDays calendar, DateTime now) =>
        DueAt is not { } due ? ""
        : calendar.RemainingWorkingDays(due, now) is var days && days < 0 || IsOverdue(now) ? $"超期 {Math.Max(1, -calendar.RemainingWorkingDays(due, now))} 个工作日"
        : days == 0 ? "今天截止"
        : $"剩余 {days} 个工作日";

    public StateBadge Badge(long unitId, DateTime now) => new() { Kind = KindOf(unitId, now), Text = StatusText };

    /// <summary>The ministry sees who it is about only in part (domain §4.9).</summary>
    public ApplicationRow Masked() => this with { StudentName = PersonName.Mask(StudentName), StudentNo = Numbers.StudentNumber.Mask(StudentNo) };

    private StateKind KindOf(long unitId, DateTime now) => Status switch
    {
        ApplicationStatus.Completed => StateKind.Passed,
        ApplicationStatus.Rejected or ApplicationStatus.ArchiveFailed => StateKind.Failed,
        ApplicationStatus.OutCheckFailed => StateKind.SourceFault,
        ApplicationStatus.Revoked or ApplicationStatus.Expired => StateKind.NotRequired,
        _ when IsOverdue(now) => StateKind.Overdue,
        _ when WaitingUnitId == unitId => StateKind.Mine,
        _ => StateKind.Pending,
    };
}
