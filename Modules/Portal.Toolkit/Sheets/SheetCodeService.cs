using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Portal.Data;
using QRCoder;

namespace Portal.Toolkit.Sheets;

/// <summary>
/// The code on a printed sheet: the record and a keyed hash of it, so that it can be looked up and not be guessed. The module shows what stands behind a
/// code on its anonymous page <c>/Verify/Index</c> with the query value <c>code</c>.
/// </summary>
public sealed class SheetCodeService(ISecretText secrets, IConfiguration configuration)
{
    private const int HashLength = 12;

    /// <param name="kind">Kind of sheet, so that a code of one module is none of another: <c>clearance-sheet</c>.</param>
    /// <param name="id">The record.</param>
    public string CodeOf(string kind, long id) => $"{id.ToString(CultureInfo.InvariantCulture)}-{HashOf(kind, id)}";

    /// <summary>The record of a code as somebody types it, in capitals or not, full-width or not; null when the code was not made here.</summary>
    public long? Read(string kind, string? code)
    {
        var parts = (code ?? "").Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant().Split('-', 2);
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(parts[1]), Encoding.UTF8.GetBytes(HashOf(kind, id)))
            ? id
            : null;
    }

    /// <summary>Where anybody checks the code: at <c>Portal:PublicUrl</c>, because a sheet outlives the address one happened to use; without it at the request's.</summary>
    public string UrlOf(string code, PageModel page)
    {
        var path = page.Url.Page("/Verify/Index", new { code })!;
        return configuration["Portal:PublicUrl"] is { Length: > 0 } known ? $"{known.TrimEnd('/')}{path}" : $"{page.Request.Scheme}://{page.Request.Host}{path}";
    }

    /// <summary>QR code of an address as a data address.</summary>
    public static string QrImage(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(image.GetGraphic(6))}";
    }

    private string HashOf(string kind, long id) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secrets.Hash($"{kind}:{id.ToString(CultureInfo.InvariantCulture)}"))))[..HashLength];
}
