using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>Makes any string fit for a cell.</summary>
internal static partial class SheetText
{
    private const int MaxCellLength = 32_767;
    private const int MaxNameLength = 31;

    // Everything that may be outside of XML's characters: controls, surrogates (paired or not), U+FFFE and U+FFFF.
    private static readonly SearchValues<char> _suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c is not (9 or 10)).Select(c => (char)c), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\uFFFE', '\uFFFF']);

    /// <summary>Drops characters no XML file may hold, keeps 𠮷 and its like, and cuts at Excel's limit.</summary>
    public static string Printable(string text)
    {
        if (text.Length > MaxCellLength)
            text = text[..(MaxCellLength - 1)] + "…";
        if (text.AsSpan().ContainsAny(_suspects))
            text = Filter(text);
        return text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, "_x005F_$1") : text;
    }

    /// <summary>Whether a spreadsheet program would take the text for a formula once someone edits the cell.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    public static bool HasOuterBlank(string text) =>
        text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n'));

    /// <summary>A sheet name Excel accepts and that is not taken yet.</summary>
    public static string SheetName(string wanted, IReadOnlyCollection<string> taken)
    {
        var clean = Forbidden().Replace(Printable(wanted), " ").Trim().Trim('\'');
        var name = clean.Length == 0 ? "Sheet" : clean.Length > MaxNameLength ? clean[..MaxNameLength] : clean;
        for (var i = 2; taken.Contains(name, StringComparer.OrdinalIgnoreCase); i++)
            name = $"{name[..Math.Min(name.Length, MaxNameLength - 4)]} {i}";
        return name;
    }

    private static string Filter(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var value = rune.Value;
            var legal = value is 9 or 10 or 13 or (>= 0x20 and not (0xFFFE or 0xFFFF));
            // An unpaired surrogate is enumerated as U+FFFD.
            if (legal && rune != Rune.ReplacementChar)
                kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\[\]:*?/\\]")]
    private static partial Regex Forbidden();
}
