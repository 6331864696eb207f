using Portal.Toolkit.Spreadsheets;

namespace Portal.InternationalExchange.Students;

/// <summary>Numbers of passports as they are compared and kept: without blanks around, narrow, upper case.</summary>
internal static class Passports
{
    public static string Normalise(string number) => CellText.Narrow(number).Trim().ToUpperInvariant();
}
