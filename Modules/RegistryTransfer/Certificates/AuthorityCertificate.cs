using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Portal.RegistryTransfer.Certificates;

/// <summary>The certificate <c>kspt.crt</c> as an administrator hands it over.</summary>
internal static class AuthorityCertificate
{
    /// <summary>Bytes.</summary>
    public const int Largest = 64 * 1024;

    private const string BeginPem = "-----BEGIN ";

    /// <summary>Reads PEM or DER and checks that client certificates can be measured by it.</summary>
    /// <exception cref="RefusedException">Not one X.509 certificate, with a private key, expired, not yet valid, or no authority.</exception>
    public static X509Certificate2 Read(byte[] content, DateTimeOffset now)
    {
        RequirePublic(content);
        var certificate = Parse(content);
        try
        {
            if (certificate.NotAfter.ToUniversalTime() <= now.UtcDateTime)
                throw new RefusedException($"证书已于 {certificate.NotAfter:yyyy-MM-dd} 过期，请上传有效的证书。");
            if (certificate.NotBefore.ToUniversalTime() > now.UtcDateTime)
                throw new RefusedException($"证书从 {certificate.NotBefore:yyyy-MM-dd} 起才有效，请届时再上传。");
            if (!IsAuthority(certificate, now))
                throw new RefusedException("这不是签发机构的证书（CA 或自签名的客户端证书），无法用它核对用户的证书。请上传签发机构的证书。");
            return certificate;
        }
        catch
        {
            certificate.Dispose();
            throw;
        }
    }

    /// <summary>SHA-256 of the DER form, in lower-case hexadecimal.</summary>
    public static string FingerprintOf(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();

    private static void RequirePublic(byte[] content)
    {
        var text = Encoding.Latin1.GetString(content);
        if (text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            throw new RefusedException("文件里有私钥，没有保存。私钥不得上传；请只上传证书本身，并确认私钥没有外泄。");
        if (text.Split(BeginPem).Length > 2)
            throw new RefusedException("文件里有多张证书，请只上传签发机构的那一张。");
    }

    private static X509Certificate2 Parse(byte[] content)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(content);
        }
        catch (CryptographicException)
        {
            throw new RefusedException("文件不是 X.509 证书。请上传 PEM 或 DER 格式的 .crt、.cer、.pem 文件。");
        }
    }

    private static bool IsAuthority(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority))
            return certificate.Extensions.OfType<X509KeyUsageExtension>().All(usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.KeyCertSign));
        return certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData) && ClientCertificates.IsAccepted(certificate, certificate, now);
    }
}
