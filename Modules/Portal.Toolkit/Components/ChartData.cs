using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Portal.Toolkit.Components;

/// <summary>Writes a chart's data for a <c>&lt;script type="application/json"&gt;</c> block.</summary>
public static class ChartData
{
    // UnicodeRanges.All keeps Chinese readable; <, >, & and quotes are escaped all the same, so no value can end the block.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static IHtmlContent Render(Chart chart) => new HtmlString(JsonSerializer.Serialize(chart, Options));
}
