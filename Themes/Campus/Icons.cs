using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Html;

namespace Portal.Themes.Campus;

/// <summary>Tabler's outline icons as inline SVG: any name works, also of a module that is dropped in, and a page carries only those it shows.</summary>
internal static class Icons
{
    private static readonly Lazy<JsonDocument?> Nodes = new(Load);
    private static readonly ConcurrentDictionary<string, IHtmlContent> Rendered = new();

    /// <summary>False where the build could not restore the packages; then the layout links no library either.</summary>
    public static bool IsRestored { get; } = typeof(Icons).Assembly.GetManifestResourceInfo("icons.json") is not null;

    /// <summary>A decorative icon; nothing when the name is unknown.</summary>
    public static IHtmlContent Svg(string? name) => name is null ? HtmlString.Empty : Rendered.GetOrAdd(name, Render);

    private static JsonDocument? Load()
    {
        using var stream = typeof(Icons).Assembly.GetManifestResourceStream("icons.json");
        return stream is null ? null : JsonDocument.Parse(stream);
    }

    private static IHtmlContent Render(string name)
    {
        if (Nodes.Value is not { } nodes || !nodes.RootElement.TryGetProperty(name, out var parts))
            return HtmlString.Empty;
        var svg = new StringBuilder("""<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">""");
        foreach (var part in parts.EnumerateArray())
        {
            svg.Append('<').Append(part[0].GetString());
            foreach (var attribute in part[1].EnumerateObject())
                svg.Append(' ').Append(attribute.Name).Append("=\"").Append(HtmlEncoder.Default.Encode(attribute.Value.ToString())).Append('"');
            svg.Append("/>");
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }
}
