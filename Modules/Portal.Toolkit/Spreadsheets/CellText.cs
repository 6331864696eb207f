using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>What people type into cells: blanks one cannot see, full-width digits, numbers that are text.</summary>
public static partial class CellText
{
    private const double FirstInexactKey = 1e15;

    /// <summary>Whether the text holds blanks, line breaks or invisible characters that <paramref name="rule"/> does not allow.</summary>
    public static bool HasSpecialCharacters(string text, TextRule rule = TextRule.Key)
    {
        if (rule == TextRule.Free)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsInvisible(text[i]) && !char.IsWhiteSpace(text[i]))
                continue;
            var allowed = text[i] == ' ' && i > 0 && i < text.Length - 1 && rule switch
            {
                TextRule.Line => true,
                TextRule.Name => IsLatin(text[i - 1]) && IsLatin(text[i + 1]),
                _ => false,
            };
            if (!allowed)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Removes what <paramref name="rule"/> does not allow and narrows full-width letters and digits (not in
    /// <see cref="TextRule.Free"/>, which is only trimmed).
    /// </summary>
    public static string Clean(string text, TextRule rule = TextRule.Key)
    {
        var cleaned = new StringBuilder(text.Length);
        var blank = false;
        foreach (var character in text)
        {
            if (rule == TextRule.Free && character is '\n' or '\t')
            {
                cleaned.Append(character);
            }
            else if (char.IsWhiteSpace(character))
            {
                if (rule == TextRule.Free)
                    cleaned.Append(character == '\r' ? "" : character);
                blank = true;
            }
            else if (!IsInvisible(character))
            {
                var next = rule == TextRule.Free ? character : Narrow(character);
                if (blank && cleaned.Length > 0 && KeepsBlank(rule, cleaned[^1], next))
                    cleaned.Append(' ');
                cleaned.Append(next);
                blank = false;
            }
        }

        return cleaned.ToString().Trim();
    }

    /// <summary>Whether nothing can be seen.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && !IsInvisible(character))
                return false;
        }

        return true;
    }

    /// <summary>Full-width letters and digits as ASCII.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = Narrow(source[i]);
    });

    /// <summary>
    /// A number such as a student number as its digits. False for fractions, negative numbers, and from 10^15 on, where the
    /// last digits are already lost.
    /// </summary>
    public static bool TryNumericKey(double number, out string key)
    {
        var exact = number is >= 0 and < FirstInexactKey && Math.Floor(number) == number;
        key = exact ? number.ToString("F0", CultureInfo.InvariantCulture) : "";
        return exact;
    }

    /// <summary>
    /// A decimal number, with or without commas between groups of three digits. A comma anywhere else is no separator: 5000,50 would be read a hundred times too large.
    /// </summary>
    public static bool TryDecimal(string text, out decimal number)
    {
        number = 0;
        return Grouped().IsMatch(text)
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Whether the text consists of the digits 0–9 only.</summary>
    public static bool IsDigits(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>One form for all cells that mean the same key: the number and the text, with and without blanks, x and X.</summary>
    public static string Canonical(Cell cell) =>
        cell.Kind == CellKind.Text ? Clean(cell.Text).ToUpperInvariant() : cell.Text;

    /// <summary>A header without blanks, marks of required columns and full-width punctuation.</summary>
    internal static string Header(string text) =>
        Clean(text).Trim('*', '＊').Replace('／', '/').Replace('（', '(').Replace('）', ')');

    private static bool KeepsBlank(TextRule rule, char before, char after) => rule switch
    {
        TextRule.Line => true,
        TextRule.Name => IsLatin(before) && IsLatin(after),
        _ => false,
    };

    private static char Narrow(char character) => character switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(character - 0xFEE0),
        _ => character,
    };

    // Letters below the scripts of Asia, and the full stop of an initial.
    private static bool IsLatin(char character) =>
        character is '.' or '\'' or '-' || (char.IsLetter(character) && character < '\u0530');

    private static bool IsInvisible(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control;

    [GeneratedRegex(@"^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)?(\.[0-9]*)?$")]
    private static partial Regex Grouped();
}
