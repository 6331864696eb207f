namespace Portal.RegistryTransfer.Certificates;

/// <summary>What the present connection shows.</summary>
internal enum ClientCertificateState
{
    /// <summary>No certificate.</summary>
    Missing,

    /// <summary>One that the authority did not issue, or that is not meant for clients.</summary>
    Foreign,

    Expired,

    /// <summary>One that cannot be measured, because no authority has been uploaded or it has expired.</summary>
    Unmeasured,

    Accepted,
}

/// <summary>The certificate of the present connection; empty texts without one.</summary>
internal sealed record ClientCertificateCheck
{
    public static ClientCertificateCheck Missing { get; } = new();

    public ClientCertificateState State { get; init; }

    public string Subject { get; init; } = "";

    public string Fingerprint { get; init; } = "";

    public DateTime? NotAfter { get; init; }

    public bool IsAccepted => State == ClientCertificateState.Accepted;

    public string Text => State switch
    {
        ClientCertificateState.Accepted => "已检测到证书",
        ClientCertificateState.Expired => "检测到的证书已过期或尚未生效",
        ClientCertificateState.Foreign => "检测到的证书不是本平台签发机构签发的",
        ClientCertificateState.Unmeasured => "已检测到证书，平台证书尚未上传或已过期，无法核对",
        _ => "未检测到证书",
    };
}
