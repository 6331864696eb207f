using System.Globalization;
using System.Text;

namespace Portal.Toolkit.Attachments;

/// <summary>Makes a name safe to keep and to show. Files are stored under their id, so the name never becomes a path.</summary>
internal static class AttachmentName
{
    // What a desktop runs or renders when somebody believes the last extension or has it hidden.
    private static readonly HashSet<string> Executable = new(StringComparer.OrdinalIgnoreCase)
    {
        "exe", "com", "bat", "cmd", "scr", "pif", "cpl", "msi", "msix", "msp", "dll", "sys", "lnk", "url", "reg", "hta", "js", "jse", "vbs", "vbe", "wsf", "wsh", "ps1",
        "psm1", "sh", "bash", "py", "pl", "rb", "jar", "apk", "app", "dmg", "php", "phtml", "asp", "aspx", "jsp", "cgi", "html", "htm", "xhtml", "svg", "swf", "docm", "xlsm",
    };

    /// <summary>Last part of the path, without control and direction characters, at most so many characters, never cut inside one.</summary>
    public static string Clean(string raw, int maxLength)
    {
        var last = raw[(raw.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes().Where(IsVisible))
            name.Append(rune);
        var clean = name.ToString().Trim().TrimEnd('.', ' ');
        if (clean.Length <= maxLength)
            return clean;
        var extension = Extension(clean);
        return extension.Length > 16 ? Cut(clean, maxLength) : Cut(clean[..^extension.Length], maxLength - extension.Length) + clean[^extension.Length..];
    }

    /// <summary>In lower case with the dot, or empty.</summary>
    public static string Extension(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name[dot..].ToLowerInvariant() : "";

    /// <summary>Whether a part before the last extension is one of a program, as in <c>a.exe.pdf</c>.</summary>
    public static bool HidesProgram(string name) => name.Split('.') is { Length: > 2 } parts && parts[1..^1].Any(part => Executable.Contains(part.Trim()));

    // The joiner holds emoji together; other invisible ones can turn the reading direction and with it the extension.
    private static bool IsVisible(Rune rune) => rune.Value == 0x200D
        || (rune != Rune.ReplacementChar
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    private static string Cut(string text, int maxLength)
    {
        var end = 0;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text, end) <= maxLength)
            end += StringInfo.GetNextTextElementLength(text, end);
        return text[..end];
    }
}
