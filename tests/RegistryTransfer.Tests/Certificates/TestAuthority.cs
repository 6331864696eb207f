using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.RegistryTransfer.Tests.Certificates;

/// <summary>An authority made for a test, valid around 2026-03-10, and what it issues.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset _from = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestAuthority(string name = "CN=跨省平台测试签发机构", DateTimeOffset? until = null)
    {
        var request = new CertificateRequest(name, _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        Certificate = request.CreateSelfSigned(_from, until ?? _from.AddYears(5));
    }

    public X509Certificate2 Certificate { get; }

    public byte[] Der => Certificate.RawData;

    public string Pem => Certificate.ExportCertificatePem();

    public string Fingerprint => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>A certificate with its key; <paramref name="purpose"/> is an extended key usage, null for none.</summary>
    public X509Certificate2 Issue(string name = "CN=示例小学 学籍管理员", string? purpose = "1.3.6.1.5.5.7.3.2", DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        if (purpose is not null)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        using var issued = request.Create(Certificate, _from, until ?? _from.AddYears(2), RandomNumberGenerator.GetBytes(8));
        using var complete = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(complete.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }
}
