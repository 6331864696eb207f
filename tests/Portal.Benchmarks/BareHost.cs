using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.Benchmarks;

/// <summary>The floor: ASP.NET Core and Dapper with the statement and the table of the list, and nothing else.</summary>
internal static class BareHost
{
    public static async Task<WebApplication> StartAsync(DbDataSource source, long schemeId)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/list", async (HttpContext context) => Results.Content(await RenderAsync(source, schemeId, context.RequestAborted), "text/html; charset=utf-8"));
        await app.StartAsync();
        return app;
    }

    public static Uri AddressOf(WebApplication app, string path) =>
        new(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), path);

    private static async Task<string> RenderAsync(DbDataSource source, long schemeId, CancellationToken cancellationToken)
    {
        var encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        var html = new StringBuilder("<!doctype html><html><body><table>");
        foreach (var row in await BareRow.ReadAsync(source, schemeId, cancellationToken))
        {
            html.Append("<tr>");
            foreach (var cell in row.Cells)
                html.Append("<td>").Append(encoder.Encode(cell)).Append("</td>");
            html.Append("</tr>");
        }

        return html.Append("</table></body></html>").ToString();
    }
}
