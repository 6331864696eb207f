namespace Portal.RegistryTransfer.Certificates;

/// <summary>检查方式: what the pages of the platform do with a connection that shows no accepted certificate.</summary>
public enum CertificateMode
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>They say so and go on.</summary>
    Warn,

    /// <summary>403 with the way to the installation page.</summary>
    Enforce,
}

internal static class CertificateModes
{
    /// <summary>Row of registrytransfer_setting.</summary>
    public const string Setting = "certificate.mode";

    /// <summary>What is stored; no row and anything unknown are off.</summary>
    public static CertificateMode Read(string? value) => value switch
    {
        "warn" => CertificateMode.Warn,
        "enforce" => CertificateMode.Enforce,
        _ => CertificateMode.Off,
    };

    public static string Value(this CertificateMode mode) => mode switch
    {
        CertificateMode.Warn => "warn",
        CertificateMode.Enforce => "enforce",
        _ => "off",
    };

    public static string Word(this CertificateMode mode) => mode switch
    {
        CertificateMode.Warn => "提醒",
        CertificateMode.Enforce => "强制",
        _ => "不检查",
    };
}
