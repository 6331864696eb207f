using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Benchmarks;

/// <summary>The floor of 申请: one statement that finds the student; one transaction with the file, the application, its units and its first step.</summary>
internal static class BareApplyHost
{
    private const string Find =
        """
        select student.id, student.name, student.number, enrolment.id as enrolment_id, enrolment.grade, enrolment.school_id, unit.name as school_name, school.province_id,
            (select application.id from registrytransfer_application application where application.open_student_id = student.id) as open_application_id
        from registrytransfer_student_number known
        join registrytransfer_student student on student.id = known.student_id
        join registrytransfer_enrolment enrolment on enrolment.active_student_id = student.id
        join registrytransfer_school school on school.unit_id = enrolment.school_id
        join organisation_unit unit on unit.id = school.unit_id
        where known.number = @number
        """;

    public static async Task<WebApplication> StartAsync(DbDataSource source)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/student", async (string number, CancellationToken cancellationToken) =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            var row = (IDictionary<string, object?>)await connection.QueryFirstAsync(new CommandDefinition(Find, new { number }, cancellationToken: cancellationToken));
            return Results.Content($"<p>{string.Join("</p><p>", row.Values)}</p>", "text/html; charset=utf-8");
        });
        app.MapPost("/save", async (HttpRequest request, string number, CancellationToken cancellationToken) =>
        {
            using var file = new MemoryStream();
            await request.Body.CopyToAsync(file, cancellationToken);
            await SaveAsync(source, number, file.ToArray());
            return Results.NoContent();
        });
        await app.StartAsync();
        return app;
    }

    private static async Task SaveAsync(DbDataSource source, string number, byte[] file)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var student = (IDictionary<string, object?>)await connection.QueryFirstAsync(Find, new { number }, transaction);
        var id = Convert.ToInt64(student["id"], CultureInfo.InvariantCulture) + 1_000_000_000;
        var values = new { id, number, student = student["id"], enrolment = student["enrolment_id"], school = student["school_id"], name = student["name"], file, size = file.Length, now = "2026-03-10 02:00:00" };
        foreach (var sql in new[]
        {
            """
            insert into registrytransfer_application
                (id, number, kind, student_id, open_student_id, enrolment_id, status, student_name, student_no, id_card_masked, in_school_id, in_school_name, in_province_id, in_grade, in_class,
                out_school_id, out_school_name, out_province_id, out_grade, reason_code, reason, check_text, step_label, waiting_unit_name, idempotency_key, started_by, started_by_name, started_at)
            values (@id, @number, 0, @student, @student, @enrolment, 0, 'bare', @number, '', 1, '', 1, 'P5', '', @school, '', 19, 'P5', 2, '', '', '', '', @number, 1, '', @now)
            """,
            "insert into registrytransfer_application_unit (unit_id, application_id, kind, is_open) values (1, @id, 0, 1), (2, @id, 0, 1), (3, @id, 0, 1), (4, @id, 0, 1), (5, @id, 0, 1)",
            """
            insert into toolkit_attachment (id, module, owner_kind, owner_id, draft_token, display_name, extension, media_type, size, sha256, warning, is_complete, uploaded_by, uploader_name, uploaded_at)
            values (@id, 'bare', 'bare', @id, '', 'material.pdf', '.pdf', 'application/pdf', @size, '', '', 1, 1, '', @now)
            """,
            "insert into toolkit_attachment_chunk (attachment_id, position, content) values (@id, 0, @file)",
            """
            insert into toolkit_review (id, route_key, subject_id, title, starter_unit_id, starter_name, started_at, state, round, step_keys, first_step_no, step_no, step_key, waiting_permission, hold_code, hold_text, version)
            values (@id, 'bare', @id, '', 1, '', @now, 'Active', 1, 'in-school', 1, 1, 'in-school', '', '', '', 1)
            """,
        })
            await connection.ExecuteAsync(sql, values, transaction);
        await transaction.CommitAsync();
    }
}
