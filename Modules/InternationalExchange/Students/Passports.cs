using System.Text.RegularExpressions;
using Portal.Toolkit.Spreadsheets;

namespace Portal.InternationalExchange.Students;

/// <summary>Numbers of passports and other travel documents as they are compared and kept: narrow, upper case, without blanks, hyphens and what nobody sees.</summary>
internal static partial class Passports
{
    public static string Normalise(string number) => Separators().Replace(CellText.Clean(number), "").ToUpperInvariant();

    /// <summary>ICAO Doc 9303: a document's number has letters of the Latin alphabet and digits only; a letter that merely looks alike would hide a second entry.</summary>
    public static string? Fault(string? number) => number is null || Latin().IsMatch(number) ? null : "证件号只能有字母和数字";

    [GeneratedRegex(@"[\p{Pd}'’·./]")]
    private static partial Regex Separators();

    [GeneratedRegex("^[A-Z0-9]+$")]
    private static partial Regex Latin();
}
