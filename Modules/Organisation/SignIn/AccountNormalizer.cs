using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Portal.Organisation.SignIn;

/// <summary>Full-width letters and digits, as a Chinese input method types them, and upper case all name the same account.</summary>
internal sealed class AccountNormalizer : ILookupNormalizer
{
    private const char FirstFullWidth = '！';
    private const char LastFullWidth = '～';

    public static string Normalize(string account)
    {
        var text = new StringBuilder(account.Length);

        // Without ICU the runtime does not fold widths by itself.
        foreach (var character in account.Normalize(NormalizationForm.FormKC).Trim())
            text.Append(character is >= FirstFullWidth and <= LastFullWidth ? (char)(character - FirstFullWidth + '!') : character);
        return text.ToString().ToLowerInvariant();
    }

    public string? NormalizeName(string? name) => name is null ? null : Normalize(name);

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
