using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
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

    private static async Task<string> RenderAsync(DbDataSource source, long schemeId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<BareRow>(new CommandDefinition(
            """
            select s.id, s.student_no, s.name, s.gender, s.id_card_masked, u.name as department_name, s.major, s.class_name,
                   s.student_category, s.education_level, s.hukou_transfer, s.dormitory
            from graduationclearance_student s
            join organisation_unit u on u.id = s.department_id
            where s.scheme_id = @schemeId and s.status = 0
            order by s.student_no
            limit 51
            """,
            new { schemeId },
            cancellationToken: cancellationToken));
        var encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        var html = new StringBuilder("<!doctype html><html><body><table>");
        foreach (var row in rows.Take(50))
        {
            html.Append("<tr>");
            foreach (var cell in row.Cells)
                html.Append("<td>").Append(encoder.Encode(cell)).Append("</td>");
            html.Append("</tr>");
        }

        return html.Append("</table></body></html>").ToString();
    }

    private sealed record BareRow
    {
        public string StudentNo { get; init; } = "";

        public string Name { get; init; } = "";

        public string Gender { get; init; } = "";

        public string IdCardMasked { get; init; } = "";

        public string DepartmentName { get; init; } = "";

        public string Major { get; init; } = "";

        public string ClassName { get; init; } = "";

        public string StudentCategory { get; init; } = "";

        public string EducationLevel { get; init; } = "";

        public bool HukouTransfer { get; init; }

        public string Dormitory { get; init; } = "";

        public IEnumerable<string> Cells =>
            [StudentNo, Name, Gender, IdCardMasked, DepartmentName, Major, ClassName, StudentCategory, EducationLevel, HukouTransfer ? "是" : "", Dormitory];
    }
}
