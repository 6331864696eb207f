using Portal.GraduationClearance.Access;

namespace Portal.GraduationClearance.Pages;

/// <summary>院系 of a filter row.</summary>
public sealed record DepartmentChoice(IReadOnlyList<Department> Departments, long? Chosen);
