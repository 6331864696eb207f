namespace Portal.GraduationClearance.Model;

/// <summary>学生范围, as the desk's panel offers it (seed item 12).</summary>
public enum StudentScope
{
    SingleCertificate = 1,
    DoubleCertificate = 2,
    Undergraduate = 3,
}
