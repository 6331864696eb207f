using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>An application with both sides, the student's registry and where its review stands.</summary>
internal sealed record ApplicationDetails
{
    private bool _isMasked;

    internal const string Sql =
        """
        select a.id, a.number, a.kind, a.status, a.student_name, a.student_no, a.id_card_masked, a.in_school_id, a.in_school_name, a.in_grade, a.in_class, a.in_province_id,
               a.out_school_id, a.out_school_name, a.out_grade, a.out_province_id, pi.name as in_province_name, po.name as out_province_name,
               a.reason_code, a.reason, a.check_code, a.check_text, a.step_label, a.waiting_unit_id, a.waiting_unit_name, a.due_at,
               a.started_by, a.started_by_name, a.started_at, a.finished_at, a.copied_from_id,
               s.gender, s.birth_date, s.number as current_no, s.problem, e.grade as current_grade, e.class_no as current_class, e.status as current_status,
               r.id as review_id, r.version, r.state as review_state, r.step_key, r.waiting_permission,
               v.reason as revocation_reason, v.person_name as revoked_by_name, v.revoked_at,
               t.attempts, t.error as archive_error, t.next_attempt_at, t.done_at as archived_at, t.package_hash
        from registrytransfer_application a
        join registrytransfer_province pi on pi.id = a.in_province_id
        join registrytransfer_province po on po.id = a.out_province_id
        join registrytransfer_student s on s.id = a.student_id
        left join registrytransfer_enrolment e on e.id = a.enrolment_id
        left join toolkit_review r on r.id = a.review_id
        left join registrytransfer_revocation v on v.application_id = a.id
        left join registrytransfer_archive_transfer t on t.application_id = a.id
        """;

    public long Id { get; init; }

    public string Number { get; init; } = "";

    public ApplicationKind Kind { get; init; }

    public ApplicationStatus Status { get; init; }

    public string StudentName { get; init; } = "";

    public string StudentNo { get; init; } = "";

    /// <summary>A number issued after the application, when there is one.</summary>
    public string CurrentNo { get; init; } = "";

    public string IdCardMasked { get; init; } = "";

    public int Gender { get; init; }

    public DateOnly BirthDate { get; init; }

    /// <summary>For readers who learn a person only in part: the year.</summary>
    public string BirthText => _isMasked ? $"{BirthDate:yyyy}年" : $"{BirthDate:yyyy-MM-dd}";

    public ProblemFlag Problem { get; init; }

    public string? CurrentGrade { get; init; }

    public string? CurrentClass { get; init; }

    public EnrolmentStatus? CurrentStatus { get; init; }

    public long InSchoolId { get; init; }

    public string InSchoolName { get; init; } = "";

    public string InGrade { get; init; } = "";

    public string InClass { get; init; } = "";

    public string InProvinceName { get; init; } = "";

    public long OutSchoolId { get; init; }

    public string OutSchoolName { get; init; } = "";

    public string OutGrade { get; init; } = "";

    public string OutProvinceName { get; init; } = "";

    public TransferReason ReasonCode { get; init; }

    public string Reason { get; init; } = "";

    public int? CheckCode { get; init; }

    public string CheckText { get; init; } = "";

    public string StepLabel { get; init; } = "";

    public long? WaitingUnitId { get; init; }

    public string WaitingUnitName { get; init; } = "";

    public DateTime? DueAt { get; init; }

    public long StartedBy { get; init; }

    public string StartedByName { get; init; } = "";

    public DateTime StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public long? CopiedFromId { get; init; }

    public long ReviewId { get; init; }

    public long Version { get; init; }

    public ReviewState ReviewState { get; init; }

    public string StepKey { get; init; } = "";

    public string WaitingPermission { get; init; } = "";

    public string? RevocationReason { get; init; }

    public string? RevokedByName { get; init; }

    public DateTime? RevokedAt { get; init; }

    public int? Attempts { get; init; }

    public string? ArchiveError { get; init; }

    public DateTime? NextAttemptAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    public string? PackageHash { get; init; }

    public string StatusText => Words.Of(Status, Kind);

    /// <summary>正在核办中: it may still be revoked.</summary>
    public bool IsUnderReview => Status < ApplicationStatus.Archiving;

    /// <summary>Ended without a transfer; 复制新建 may follow.</summary>
    public bool HasFailed => Status is ApplicationStatus.Rejected or ApplicationStatus.Revoked or ApplicationStatus.Expired;

    internal ApplicationDetails Masked() => this with { StudentName = PersonName.Mask(StudentName), StudentNo = Numbers.StudentNumber.Mask(StudentNo), CurrentNo = Numbers.StudentNumber.Mask(CurrentNo), _isMasked = true };
}
