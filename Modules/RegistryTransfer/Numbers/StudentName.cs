using System.Text;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Numbers;

/// <summary>姓名 as it is compared: the separator dot of names such as 买买提·示例 is one character, however it was typed.</summary>
internal static class StudentName
{
    private const char Dot = '·';

    // Bullets, katakana dots, hyphenation and leader dots, and the full stops people type in their place.
    private const string Dots = "·•・‧･⋅∙●․．.｡。᛫ꞏ⸱·";

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
