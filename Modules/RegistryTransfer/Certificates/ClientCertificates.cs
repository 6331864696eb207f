using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.RegistryTransfer.Certificates;

/// <summary>Measures a client certificate by the uploaded authority, and by nothing the machine trusts.</summary>
internal static class ClientCertificates
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Issued by the authority, valid at that time, and for clients if it says what it is for.</summary>
    public static bool IsAccepted(X509Certificate2 certificate, X509Certificate2 authority, DateTimeOffset now)
    {
        var isRoot = authority.SubjectName.RawData.AsSpan().SequenceEqual(authority.IssuerName.RawData);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.LocalDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        if (isRoot)
        {
            chain.ChainPolicy.CustomTrustStore.Add(authority);
        }
        else
        {
            // An intermediate authority ends the chain; what stands above it is not known here.
            chain.ChainPolicy.ExtraStore.Add(authority);
            chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        }

        try
        {
            return chain.Build(certificate) && chain.ChainElements[^1].Certificate.RawDataMemory.Span.SequenceEqual(authority.RawDataMemory.Span);
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            foreach (var element in chain.ChainElements)
                element.Certificate.Dispose();
        }
    }
}
