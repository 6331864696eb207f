using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace Portal.RegistryTransfer.Certificates;

/// <summary>Looks at the certificate of the present connection, shown to Kestrel or forwarded by a known proxy.</summary>
internal sealed class ClientCertificateService(CertificateQueries certificates, TimeProvider clock)
{
    public async Task<ClientCertificateCheck> CheckAsync(HttpContext http)
    {
        if (await http.Connection.GetClientCertificateAsync(http.RequestAborted) is not { } shown)
            return ClientCertificateCheck.Missing;
        var content = await certificates.FindContentAsync(http.RequestAborted);
        return new()
        {
            State = StateOf(shown, content),
            Subject = shown.Subject,
            Fingerprint = AuthorityCertificate.FingerprintOf(shown),
            NotAfter = shown.NotAfter.ToUniversalTime(),
        };
    }

    /// <summary>For what belongs to the platform but is no page of it.</summary>
    public async Task<bool> MayPassAsync(HttpContext http) =>
        (await certificates.ModeAsync(http.RequestAborted)).Mode != CertificateMode.Enforce || (await CheckAsync(http)).IsAccepted;

    private ClientCertificateState StateOf(X509Certificate2 shown, byte[]? content)
    {
        if (content is null)
            return ClientCertificateState.Unmeasured;
        var now = clock.GetUtcNow();
        if (now.UtcDateTime < shown.NotBefore.ToUniversalTime() || now.UtcDateTime > shown.NotAfter.ToUniversalTime())
            return ClientCertificateState.Expired;
        try
        {
            using var authority = X509CertificateLoader.LoadCertificate(content);
            if (now.UtcDateTime > authority.NotAfter.ToUniversalTime())
                return ClientCertificateState.Unmeasured;
            return ClientCertificates.IsAccepted(shown, authority, now) ? ClientCertificateState.Accepted : ClientCertificateState.Foreign;
        }
        catch (CryptographicException)
        {
            return ClientCertificateState.Foreign;
        }
    }
}
