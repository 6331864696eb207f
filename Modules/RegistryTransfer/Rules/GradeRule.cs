using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Rules;

/// <summary>Which grades a student may be taken into (domain §4.5, guard G7).</summary>
internal static class GradeRule
{
    /// <param name="kind">A keeps the grade; B leads from the last grade of junior high to the first of senior high.</param>
    /// <param name="grade">The student's current or last one.</param>
    /// <param name="from">Of his school.</param>
    /// <param name="to">Of the receiving school.</param>
    /// <param name="mappings">Active ones of the receiving province and of the country.</param>
    public static IReadOnlyList<Grade> Allowed(ApplicationKind kind, Grade grade, SchoolingSystem from, SchoolingSystem to, IEnumerable<GradeMapping> mappings)
    {
        if (kind == ApplicationKind.PostGraduation)
            return IsJuniorGraduation(grade, from) ? [Grade.Find("S1")!] : [];
        var mapped = mappings.Where(mapping => mapping.FromSystem == from && mapping.ToSystem == to && mapping.FromGrade == grade.Code).Select(mapping => Grade.Find(mapping.ToGrade));
        return [grade, .. mapped.OfType<Grade>().Where(other => other != grade).Distinct()];
    }

    /// <summary>Whether the grade ends junior high: J3, or J4 where junior high has four years.</summary>
    public static bool IsJuniorGraduation(Grade grade, SchoolingSystem system) => grade.Stage == Stages.JuniorHigh && grade.IsGraduating(system);
}

/// <summary>学制对应: a grade of one schooling system counts as another of the other system, where enabled.</summary>
internal sealed record GradeMapping
{
    public SchoolingSystem FromSystem { get; init; }

    public string FromGrade { get; init; } = "";

    public SchoolingSystem ToSystem { get; init; }

    public string ToGrade { get; init; } = "";
}
