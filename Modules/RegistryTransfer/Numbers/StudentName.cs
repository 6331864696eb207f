using System.Globalization;
using System.Text;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Numbers;

/// <summary>姓名 as it is compared: the separator dot of names such as 买买提·示例 is one character, however it was typed.</summary>
internal static class StudentName
{
    private const char Dot = '·';

    // Bullets, katakana dots, hyphenation and leader dots, and the full stops people type in their place.
    private const string Dots = "·•・‧･⋅∙●․．.｡。᛫ꞏ⸱·";

    /// <summary>Whether a character is neither a letter, a mark of one or a digit, nor one that separates the parts of a name. Rare characters may lie in the private area.</summary>
    public static bool HasSpecialCharacters(string name) => name.EnumerateRunes().Any(rune =>
        !Rune.IsLetterOrDigit(rune)
        && !Dots.Contains(rune.ToString(), StringComparison.Ordinal)
        && rune.Value is not (' ' or '-' or '\'' or '’')
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.PrivateUse));

    /// <summary>What <c>name_key</c> holds: narrow, upper case, without blanks that carry no meaning, with one kind of dot.</summary>
    public static string Key(string? name)
    {
        var key = new StringBuilder();
        foreach (var character in CellText.Clean(name ?? "", TextRule.Name))
        {
            var next = character is >= '！' and <= '～' ? (char)(character - 0xFEE0) : character;
            next = Dots.Contains(character, StringComparison.Ordinal) ? Dot : next;
            if (next == Dot && key is [.., ' '])
                key.Length--;
            if (next != ' ' || key is not [.., Dot])
                key.Append(next);
        }

        return key.ToString().ToUpperInvariant();
    }
}
