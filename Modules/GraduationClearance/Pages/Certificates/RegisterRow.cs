using Portal.GraduationClearance.Certificates;

namespace Portal.GraduationClearance.Pages.Certificates;

/// <summary>A line of the register: the certificate and whose it is.</summary>
public sealed record RegisterRow
{
    public Certificate Certificate { get; init; } = new();

    public RegisterStudent Student { get; init; } = new();
}

public sealed record RegisterStudent
{
    public long StudentId { get; init; }

    public string StudentNo { get; init; } = "";

    public string Name { get; init; } = "";

    public string DepartmentName { get; init; } = "";

    public string Major { get; init; } = "";

    public string ClassName { get; init; } = "";

    public string SchemeName { get; init; } = "";
}
