namespace Portal.GraduationClearance.Model;

/// <summary>What the departments hand out.</summary>
public enum CertificateKind
{
    Diploma = 1,
    Degree = 2,
    Completion = 3,
    Materials = 4,
}

public static class CertificateKinds
{
    public static string Word(this CertificateKind kind) => kind switch
    {
        CertificateKind.Diploma => "毕业证",
        CertificateKind.Degree => "学位证",
        CertificateKind.Completion => "结业证",
        _ => "毕业材料",
    };
}
