using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Portal.RegistryTransfer.Certificates;
using Portal.Toolkit;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Certificates;

public sealed class ClientCertificatesTests
{
    private const string ServerPurpose = "1.3.6.1.5.5.7.3.1";

    private static readonly DateTimeOffset _now = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_the_authority_issued_for_clients_is_accepted()
    {
        using var authority = new TestAuthority();
        using var client = authority.Issue();
        using var unspecific = authority.Issue(purpose: null);
        Assert.True(ClientCertificates.IsAccepted(client, authority.Certificate, _now));
        Assert.True(ClientCertificates.IsAccepted(unspecific, authority.Certificate, _now));
    }

    [Fact]
    public void A_certificate_of_another_authority_of_the_same_name_is_refused()
    {
        using var authority = new TestAuthority();
        using var other = new TestAuthority();
        using var client = other.Issue();
        Assert.False(ClientCertificates.IsAccepted(client, authority.Certificate, _now));
    }

    [Fact]
    public void An_expired_one_one_for_servers_and_one_under_an_expired_authority_are_refused()
    {
        using var authority = new TestAuthority();
        using var expired = authority.Issue(until: _now.AddDays(-1));
        using var server = authority.Issue(purpose: ServerPurpose);
        using var client = authority.Issue();
        Assert.False(ClientCertificates.IsAccepted(expired, authority.Certificate, _now));
        Assert.False(ClientCertificates.IsAccepted(server, authority.Certificate, _now));
        Assert.False(ClientCertificates.IsAccepted(client, authority.Certificate, _now.AddYears(6)));
    }

    [Fact]
    public void An_intermediate_authority_measures_what_it_issued_only()
    {
        using var root = new TestAuthority("CN=根");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=中级", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var middle = request.Create(root.Certificate, _now.AddDays(-1), _now.AddDays(300), [1, 2, 3]);
        using var signer = middle.CopyWithPrivateKey(key);
        using var clientKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var client = new CertificateRequest("CN=用户", clientKey, HashAlgorithmName.SHA256).Create(signer, _now.AddDays(-1), _now.AddDays(100), [4, 5, 6]);
        using var ofRoot = root.Issue();
        Assert.True(ClientCertificates.IsAccepted(client, middle, _now));
        Assert.False(ClientCertificates.IsAccepted(ofRoot, middle, _now));
    }

    [Fact]
    public void Only_one_valid_authority_without_a_private_key_can_be_uploaded()
    {
        using var authority = new TestAuthority();
        using var client = authority.Issue();
        Assert.Contains("有私钥", Refusal(Encoding.ASCII.GetBytes(authority.Pem + "\n" + authority.Certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem())), StringComparison.Ordinal);
        Assert.Contains("多张证书", Refusal(Encoding.ASCII.GetBytes(authority.Pem + "\n" + authority.Pem)), StringComparison.Ordinal);
        Assert.Contains("不是 X.509", Refusal([1, 2, 3, 4]), StringComparison.Ordinal);
        Assert.Contains("不是 X.509", Refusal(authority.Certificate.Export(X509ContentType.Pfx)), StringComparison.Ordinal);
        Assert.Contains("不是签发机构", Refusal(client.RawData), StringComparison.Ordinal);
        Assert.Contains("过期", Refusal(authority.Der, _now.AddYears(6)), StringComparison.Ordinal);
        Assert.Contains("才有效", Refusal(authority.Der, _now.AddYears(-6)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_self_signed_client_certificate_stands_for_itself()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var alone = new CertificateRequest("CN=自签名", key, HashAlgorithmName.SHA256).CreateSelfSigned(_now.AddDays(-1), _now.AddDays(30));
        using var read = AuthorityCertificate.Read(alone.RawData, _now);
        Assert.True(ClientCertificates.IsAccepted(alone, read, _now));
    }

    private static string Refusal(byte[] content, DateTimeOffset? now = null) =>
        Assert.Throws<RefusedException>(() => AuthorityCertificate.Read(content, now ?? _now).Dispose()).Message;
}
