using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;

namespace Portal.RegistryTransfer.Students;

/// <summary>What a change of a student compares with: the stored facts and the current enrolment.</summary>
internal sealed record StudentRecord
{
    public long Id { get; init; }

    public string Number { get; init; } = "";

    public string Name { get; init; } = "";

    public int Gender { get; init; }

    public DateOnly BirthDate { get; init; }

    public IdType IdType { get; init; }

    public string? IdCardSecret { get; init; }

    public string? IdCardHash { get; init; }

    public string IdCardMasked { get; init; } = "";

    public ProblemFlag Problem { get; init; }

    public int Version { get; init; }

    public long EnrolmentId { get; init; }

    public long SchoolId { get; init; }

    public Stages SchoolStages { get; init; }

    public SchoolingSystem SchoolingSystem { get; init; }

    public string Grade { get; init; } = "";

    public string ClassNo { get; init; } = "";

    public int Boarding { get; init; }

    public EnrolmentStatus Status { get; init; }

    public DateOnly StartOn { get; init; }

    public bool IsActive { get; init; }

    public ApplicationStatus? OpenApplication { get; init; }

    /// <summary>For the audit and for comparing two versions; never an identity number.</summary>
    public static IReadOnlyList<(string Label, string Text)> Texts(StudentDraft draft, string idCardMasked) =>
    [
        ("全国学籍号", StudentNumber.Mask(draft.Number)),
        ("姓名", draft.Name),
        ("性别", Words.OfGender(draft.Gender)),
        ("出生日期", $"{draft.BirthDate:yyyy-MM-dd}"),
        ("证件类型", Words.Of(draft.IdType)),
        ("证件号", draft.IdNumber is null ? idCardMasked : IdNumber.Mask(draft.IdNumber)),
        ("年级", Model.Grade.Find(draft.Grade)?.Label ?? draft.Grade),
        ("班级", draft.ClassNo),
        ("就读方式", Words.OfBoarding(draft.Boarding)),
        ("入学日期", $"{draft.EntryOn:yyyy-MM-dd}"),
    ];

    public StudentDraft ToDraft() => new()
    {
        Number = Number,
        Name = Name,
        Gender = Gender,
        BirthDate = BirthDate,
        IdType = IdType,
        Grade = Grade,
        ClassNo = ClassNo,
        Boarding = Boarding,
        Status = Status,
        EntryOn = StartOn,
    };
}
