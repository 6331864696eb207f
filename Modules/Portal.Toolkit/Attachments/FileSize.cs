using System.Globalization;

namespace Portal.Toolkit.Attachments;

/// <summary>Sizes as people read them.</summary>
public static class FileSize
{
    /// <summary><c>5 MB</c>, <c>1.4 MB</c>, <c>12 KB</c>, <c>800 字节</c>.</summary>
    public static string Text(long bytes) => bytes switch
    {
        >= 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.#} MB"),
        >= 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 10):0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} 字节"),
    };
}
