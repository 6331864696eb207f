using System.Globalization;
using QRCoder;

namespace Portal.GraduationClearance.Pages.MySheet;

/// <summary>The code on a printed sheet: the roster row and a keyed hash of it, so that it can be looked up and not be guessed.</summary>
public sealed class VerificationService(ISecretText secrets)
{
    private const int HashLength = 12;

    public string CodeOf(long studentId) => $"{studentId.ToString(CultureInfo.InvariantCulture)}-{HashOf(studentId)}";

    /// <summary>The roster row of a code; null when the code was not made here.</summary>
    public long? Read(string code)
    {
        var parts = code.Trim().Split('-', 2);
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var studentId)
            && parts[1] == HashOf(studentId)
            ? studentId
            : null;
    }

    public static string QrImage(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(image.GetGraphic(6))}";
    }

    private string HashOf(long studentId) => secrets.Hash($"clearance-sheet:{studentId}")[..HashLength];
}
