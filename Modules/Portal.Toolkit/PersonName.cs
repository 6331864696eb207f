namespace Portal.Toolkit;

/// <summary>Names shown to those who need not know them.</summary>
public static class PersonName
{
    /// <summary>张＊＊: only the first character.</summary>
    public static string Mask(string name) => string.Concat(name.EnumerateRunes().Select((rune, index) => index == 0 ? rune.ToString() : "＊"));
}
