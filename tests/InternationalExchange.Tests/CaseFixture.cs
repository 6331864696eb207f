using Microsoft.Extensions.DependencyInjection;
using Portal.Security.Permissions;
using Portal.Testing;
using Portal.Units;

namespace Portal.InternationalExchange.Tests;

/// <summary>Six more students of 工程学院, and records that are in force already, as the database has them.</summary>
public sealed class CaseFixture<TDialect> : ExchangeFixture<TDialect>
    where TDialect : ITestDialect
{
    public const string College = "工程学院";

    private long _last = 9_000_000_000;

    public long NextId() => Interlocked.Increment(ref _last);

    public Clerk<TDialect> As(string account) => new(this, account);

    public Task<string> StateAsync(long id) => Database.ScalarAsync<string>("select state from toolkit_record where id = @id", new { id });

    public Task<string> NoAsync(long id) => Database.ScalarAsync<string>("select no from toolkit_record where id = @id", new { id });

    /// <summary>When something becomes overdue, in the portal's zone; null when nothing is due.</summary>
    public async Task<DateTime?> DueAsync(long id, string key) =>
        (await Database.QueryAsync<DateTime>("select due_at from toolkit_record_due where record_id = @id and due_key = @key and is_open = 1", new { id, key })) is [var at]
            ? at.AddHours(8)
            : null;

    /// <summary>A record that no test makes by hand: its row, its unit and its values as JSON.</summary>
    public async Task<long> PutAsync(string type, string unit, string state, string data, string facet = "", string title = "")
    {
        var id = Interlocked.Increment(ref _last);
        var unitId = await UnitIdAsync(unit);
        await Database.ExecuteAsync(
            """
            insert into toolkit_record (id, type, no, title, unit_id, head_name, owner_id, owner_name, kind, facet, state, level, secrecy, region, year, remarks, step_label, version,
                created_at, updated_at, data)
            values (@id, @type, @no, @title, @unitId, '', 1, '', '', @facet, @state, '', 'internal', 'abroad', 2026, '', '', 1, @at, @at, @data)
            """,
            new { id, type, no = $"T-{id}", title, unitId, facet, state, data, at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc) });
        await Database.ExecuteAsync("insert into toolkit_record_unit (type, unit_id, record_id, role) values (@type, @unitId, @id, 'own')", new { type, unitId, id });
        return id;
    }

    /// <summary>A political review of somebody, agreed to until the end of the year.</summary>
    public async Task PutReviewAsync(string account)
    {
        var person = await PersonIdAsync(account);
        var id = await PutAsync("exchange.political-review", "组织部", "active", """{"result":"agree","validTo":"2026-12-31"}""");
        await Database.ExecuteAsync("update toolkit_record set person_id = @person where id = @id", new { person, id });
    }

    /// <summary>A small file of a record, as an upload leaves it.</summary>
    public async Task AttachAsync(long recordId, string field, string name)
    {
        var id = Interlocked.Increment(ref _last);
        await Database.ExecuteAsync(
            """
            insert into toolkit_attachment (id, module, owner_kind, owner_id, draft_token, display_name, extension, media_type, size, sha256, warning, is_complete, uploaded_by, uploader_name, uploaded_at)
            values (@id, 'Toolkit', 'record', @recordId, '', @name, '.pdf', 'application/pdf', 4, '', '', 1, 1, '', @at)
            """,
            new { id, recordId, name, at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc) });
        await Database.ExecuteAsync("insert into toolkit_record_file (attachment_id, record_id, field) values (@id, @recordId, @field)", new { id, recordId, field });
    }

    protected override async Task StartedAsync()
    {
        var college = await UnitIdAsync(College);
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IDemoOrganisation>()
            .PeopleAsync([.. Enumerable.Range(1, 6).Select(number => new DemoPerson($"s{number}", $"学生{number}", StandardRoles.Student, college))], CancellationToken.None);
    }
}
