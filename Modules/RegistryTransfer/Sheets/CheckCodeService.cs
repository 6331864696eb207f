using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using QRCoder;

namespace Portal.RegistryTransfer.Sheets;

/// <summary>The code on a printed sheet: the application and a keyed hash of it, so that it can be looked up and not be guessed. Read without regard to case.</summary>
internal sealed class CheckCodeService(ISecretText secrets, IConfiguration configuration)
{
    private const int HashLength = 12;

    public string CodeOf(long applicationId) => $"{applicationId.ToString(CultureInfo.InvariantCulture)}-{HashOf(applicationId)}";

    /// <summary>The application of a code; null when the code was not made here.</summary>
    public long? Read(string? code)
    {
        var parts = (code ?? "").Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant().Split('-', 2);
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var applicationId)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(parts[1]), Encoding.UTF8.GetBytes(HashOf(applicationId)))
            ? applicationId
            : null;
    }

    /// <summary>Where anybody checks the code: at <c>Portal:PublicUrl</c>, because a sheet outlives the address one happened to use; without it at the request's.</summary>
    public string UrlOf(string code, IUrlHelper url, HttpRequest request)
    {
        var path = url.Page("/Verify/Index", new { code })!;
        return configuration["Portal:PublicUrl"] is { Length: > 0 } known ? $"{known.TrimEnd('/')}{path}" : $"{request.Scheme}://{request.Host}{path}";
    }

    /// <summary>QR code of an address as a data address.</summary>
    public static string QrImage(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(image.GetGraphic(6))}";
    }

    private string HashOf(long applicationId) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secrets.Hash($"transfer-sheet:{applicationId}"))))[..HashLength];
}
