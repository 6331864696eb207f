using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Students;

/// <summary>学籍变动: from which statuses it may happen, and what follows.</summary>
/// <param name="Key">In addresses and forms.</param>
/// <param name="Label">The registry's word.</param>
/// <param name="From">Statuses it is possible in.</param>
/// <param name="To">The status that follows.</param>
internal sealed record EnrolmentChange(string Key, string Label, IReadOnlyList<EnrolmentStatus> From, EnrolmentStatus To)
{
    private static readonly EnrolmentStatus[] _present = [EnrolmentStatus.Regular, EnrolmentStatus.Suspended];
    private static readonly EnrolmentStatus[] _active =
        [EnrolmentStatus.Regular, EnrolmentStatus.Suspended, EnrolmentStatus.OtherLeave, EnrolmentStatus.Abroad, EnrolmentStatus.Missing];

    public static IReadOnlyList<EnrolmentChange> All { get; } =
    [
        new("suspend", "休学", [EnrolmentStatus.Regular], EnrolmentStatus.Suspended),
        new("resume", "复学", [EnrolmentStatus.Suspended], EnrolmentStatus.Regular),
        new("leave", "其他离校", _present, EnrolmentStatus.OtherLeave),
        new("abroad", "出国", _present, EnrolmentStatus.Abroad),
        new("return", "回国复学", [EnrolmentStatus.Abroad], EnrolmentStatus.Regular),
        new("missing", "失踪", [.. _present, EnrolmentStatus.OtherLeave], EnrolmentStatus.Missing),
        new("restore", "恢复", [EnrolmentStatus.Missing, EnrolmentStatus.OtherLeave], EnrolmentStatus.Regular),
        new("skip", "跳级", [EnrolmentStatus.Regular], EnrolmentStatus.Regular) { Years = 1 },
        new("repeat", "留级", [EnrolmentStatus.Regular], EnrolmentStatus.Regular) { Years = -1 },
        new("graduate", "毕业", [EnrolmentStatus.Regular], EnrolmentStatus.Graduated) { NeedsLastGrade = true },
        new("complete", "结业", [EnrolmentStatus.Regular], EnrolmentStatus.Completed) { NeedsLastGrade = true },
        new("withdraw", "退学", _active, EnrolmentStatus.Ended) { SeniorOnly = true },
        new("expel", "开除", _active, EnrolmentStatus.Ended) { SeniorOnly = true },
        new("death", "死亡", _active, EnrolmentStatus.Ended),
    ];

    /// <summary>Only in the last grade of a stage.</summary>
    public bool NeedsLastGrade { get; init; }

    /// <summary>Compulsory schooling knows no such change.</summary>
    public bool SeniorOnly { get; init; }

    /// <summary>Grades up or down within the stage; 0 leaves the grade.</summary>
    public int Years { get; init; }

    /// <summary>The enrolment ends with it.</summary>
    public bool Ends => To is EnrolmentStatus.Graduated or EnrolmentStatus.Completed or EnrolmentStatus.Ended;

    public static EnrolmentChange? Find(string? key) => All.FirstOrDefault(change => change.Key == key);

    /// <summary>The grade that follows; null where the stage has none in that direction, or without a grade to begin with.</summary>
    public Grade? GradeAfter(Grade? grade, SchoolingSystem system) => grade is null || (Years > 0 && grade.IsGraduating(system))
        ? null
        : Grade.All.FirstOrDefault(after => after.Stage == grade.Stage && after.Year == grade.Year + Years);

    /// <summary>What follows, in words: the status, or the grade where only that changes.</summary>
    public string Outcome(Grade? grade, SchoolingSystem system) => Years == 0 ? Words.Of(To) : GradeAfter(grade, system)?.Label ?? "";

    public bool IsPossible(EnrolmentStatus status, Grade? grade, SchoolingSystem system) =>
        From.Contains(status)
        && (Years == 0 || GradeAfter(grade, system) is not null)
        && (!NeedsLastGrade || grade?.IsGraduating(system) == true)
        && (!SeniorOnly || grade?.Stage == Stages.SeniorHigh);
}
