using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages;

/// <summary>离校方案 selector, grouped by 学生范围; without a choice the first open scheme counts.</summary>
public sealed record SchemePicker(IReadOnlyList<Scheme> Schemes, Scheme? Current)
{
    public static SchemePicker Of(IReadOnlyList<Scheme> schemes, long? wanted) =>
        new(schemes, wanted is { } id ? schemes.FirstOrDefault(scheme => scheme.Id == id) : schemes is [var first, ..] ? first : null);
}
