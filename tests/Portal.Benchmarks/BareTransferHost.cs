using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Benchmarks;

/// <summary>The floor of the registry transfer: the one statement of each page, its rows as a table, and nothing else.</summary>
internal static class BareTransferHost
{
    private const string Columns = "a.number, a.student_name, a.student_no, a.in_school_name, a.in_grade, a.out_school_name, a.out_grade, pi.name as in_province, po.name as out_province, a.step_label, a.waiting_unit_name, a.due_at, a.started_at";

    private const string Provinces = "join registrytransfer_province pi on pi.id = a.in_province_id join registrytransfer_province po on po.id = a.out_province_id";

    private static readonly string[] _held = ["transfer.review.bureau"];

    public static async Task<WebApplication> StartAsync(DbDataSource source, long unit)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/list", (CancellationToken cancellationToken) => RenderAsync(
            source,
            $"""
            select {Columns}
            from toolkit_review r
            join registrytransfer_application a on a.id = r.subject_id
            {Provinces}
            where r.waiting_unit_id = @unit and r.route_key = @route and r.waiting_permission in @held
            order by r.due_at, r.id
            limit 50
            """,
            new { unit, route = "registrytransfer.transfer", held = _held },
            cancellationToken));
        app.MapGet("/find", (string number, CancellationToken cancellationToken) => RenderAsync(
            source,
            $"""
            select {Columns}
            from registrytransfer_student_number n
            join registrytransfer_application a on a.student_id = n.student_id
            join registrytransfer_application_unit u on u.application_id = a.id and u.unit_id = @unit
            {Provinces}
            where n.number = @number and a.kind = 0
            order by a.id desc
            limit 50
            """,
            new { unit, number },
            cancellationToken));
        await app.StartAsync();
        return app;
    }

    private static async Task<IResult> RenderAsync(DbDataSource source, string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        var html = new StringBuilder("<!doctype html><html><body><table>");
        foreach (IDictionary<string, object?> row in await connection.QueryAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)))
        {
            html.Append("<tr>");
            foreach (var value in row.Values)
                html.Append("<td>").Append(encoder.Encode($"{value}")).Append("</td>");
            html.Append("</tr>");
        }

        return Results.Content(html.Append("</table></body></html>").ToString(), "text/html; charset=utf-8");
    }
}
