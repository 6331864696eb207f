namespace Portal.RegistryTransfer.Certificates;

/// <summary>检查方式 with its version; version 0 as long as nobody has chosen.</summary>
internal sealed record ModeRow
{
    public string Value { get; init; } = "";

    public int Version { get; init; }

    public CertificateMode Mode => CertificateModes.Read(Value);
}
