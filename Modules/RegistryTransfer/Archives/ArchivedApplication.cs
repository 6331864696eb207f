using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Archives;

/// <summary>What the archive move needs of an application.</summary>
internal sealed record ArchivedApplication
{
    internal const string Sql =
        """
        select id, number, kind, student_id, student_name, enrolment_id, in_school_id, in_school_name, in_grade, in_class,
               out_school_id, out_school_name, started_by
        from registrytransfer_application
        """;

    public long Id { get; init; }

    public string Number { get; init; } = "";

    public ApplicationKind Kind { get; init; }

    public long StudentId { get; init; }

    public string StudentName { get; init; } = "";

    public long EnrolmentId { get; init; }

    public long InSchoolId { get; init; }

    public string InSchoolName { get; init; } = "";

    public string InGrade { get; init; } = "";

    public string InClass { get; init; } = "";

    public long OutSchoolId { get; init; }

    public string OutSchoolName { get; init; } = "";

    public long StartedBy { get; init; }
}
