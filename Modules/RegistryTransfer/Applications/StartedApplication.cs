using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Applications;

/// <summary>业务申请 as its review sees it; row of <c>registrytransfer_application</c>.</summary>
internal sealed record StartedApplication
{
    public long Id { get; init; }

    public string Number { get; init; } = "";

    public ApplicationKind Kind { get; init; }

    public ApplicationStatus Status { get; init; }

    public long StudentId { get; init; }

    public long EnrolmentId { get; init; }

    public long? ReviewId { get; init; }

    public string StudentName { get; init; } = "";

    public string StudentNo { get; init; } = "";

    public long InSchoolId { get; init; }

    public string InSchoolName { get; init; } = "";

    public long InProvinceId { get; init; }

    public string InGrade { get; init; } = "";

    public string InClass { get; init; } = "";

    public long OutSchoolId { get; init; }

    public long OutProvinceId { get; init; }

    public string OutGrade { get; init; } = "";

    public TransferReason ReasonCode { get; init; }

    public string Reason { get; init; } = "";

    public long StartedBy { get; init; }

    public static Task<StartedApplication?> FindAsync(ReadSession data, long id) => data.FirstOrDefaultAsync<StartedApplication>(
        """
        select id, number, kind, status, student_id, enrolment_id, review_id, student_name, student_no,
            in_school_id, in_school_name, in_province_id, in_grade, in_class, out_school_id, out_province_id, out_grade, reason_code, reason, started_by
        from registrytransfer_application
        where id = @id
        """,
        new { id });
}
