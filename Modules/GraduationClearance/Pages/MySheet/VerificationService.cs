using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using QRCoder;

namespace Portal.GraduationClearance.Pages.MySheet;

/// <summary>The code on a printed sheet: the roster row and a keyed hash of it, so that it can be looked up and not be guessed.</summary>
public sealed class VerificationService(ISecretText secrets, IConfiguration configuration)
{
    private const int HashLength = 12;

    public string CodeOf(long studentId) => $"{studentId.ToString(CultureInfo.InvariantCulture)}-{HashOf(studentId)}";

    /// <summary>The roster row of a code as somebody types it, in capitals or not, full-width or not; null when the code was not made here.</summary>
    public long? Read(string code)
    {
        var parts = IdCardNumber.Normalize(code).Split('-', 2);
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var studentId)
            && parts[1].Equals(HashOf(studentId), StringComparison.OrdinalIgnoreCase)
            ? studentId
            : null;
    }

    /// <summary>Where anybody checks the code: at <c>Portal:PublicUrl</c>, because a sheet outlives the address one happened to use; without it at the request's.</summary>
    public string UrlOf(string code, IUrlHelper url, HttpRequest request)
    {
        var path = url.Page("/Verify/Index", new { code })!;
        return configuration["Portal:PublicUrl"] is { Length: > 0 } known ? $"{known.TrimEnd('/')}{path}" : $"{request.Scheme}://{request.Host}{path}";
    }

    public static string QrImage(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(image.GetGraphic(6))}";
    }

    private string HashOf(long studentId) => secrets.Hash($"clearance-sheet:{studentId}")[..HashLength];
}
