using System.Text;

namespace Portal.InternationalExchange.Students;

/// <summary>Numbers of passports as they are compared and kept: without blanks around, narrow, upper case.</summary>
internal static class Passports
{
    public static string Normalise(string number) => number.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();
}
