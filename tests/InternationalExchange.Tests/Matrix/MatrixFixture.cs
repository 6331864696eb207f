using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Units;

namespace Portal.InternationalExchange.Tests.Matrix;

/// <summary>An account for each unit of the matrix; an institute and another department beside those of the demo.</summary>
public sealed class MatrixFixture<TDialect> : ExchangeFixture<TDialect>
    where TDialect : ITestDialect
{
    private long _last = 8_000_000_000;

    /// <summary>A record of 工程学院, in force.</summary>
    public async Task<long> PutAsync(string type, string facet, string state = "active")
    {
        var id = Interlocked.Increment(ref _last);
        var unitId = await UnitIdAsync("工程学院");
        await Database.ExecuteAsync(
            """
            insert into toolkit_record (id, type, no, title, unit_id, head_name, owner_id, owner_name, kind, facet, state, level, secrecy, region, year, remarks, step_label, version,
                created_at, updated_at, data)
            values (@id, @type, @no, '矩阵', @unitId, '', 1, '', '', @facet, @state, '', 'internal', 'abroad', 2026, '', '', 1, @at, @at, '{}')
            """,
            new { id, type, no = $"M-{id}", unitId, facet, state, at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc) });
        await Database.ExecuteAsync("insert into toolkit_record_unit (type, unit_id, record_id, role) values (@type, @unitId, @id, 'own')", new { type, unitId, id });
        return id;
    }

    /// <summary>Puts a record in front of a step of its route, as the engine leaves it.</summary>
    public async Task WaitAsync(long id, string type, IReadOnlyList<string> steps, string step, long unitId, string permission)
    {
        var review = Interlocked.Increment(ref _last);
        await Database.ExecuteAsync(
            """
            insert into toolkit_review (id, route_key, subject_id, title, starter_unit_id, starter_person_id, starter_name, started_at, state, round, step_keys, first_step_no, step_no, step_key,
                waiting_unit_id, waiting_permission, entered_at, due_at, alarm_at, hold_code, hold_text, version)
            values (@review, @type, @id, '矩阵', @unitId, 1, '', @at, 'Active', 1, @keys, 1, @number, @step, @unitId, @permission, @at, @due, @due, '', '', 1)
            """,
            new
            {
                review, type, id, unitId, permission, step, keys = string.Join(',', steps), number = steps.ToList().IndexOf(step) + 1,
                at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), due = new DateTime(2026, 3, 9, 0, 0, 0, DateTimeKind.Utc),
            });
        await Database.ExecuteAsync("update toolkit_record set review_id = @review, state = 'in-review' where id = @id", new { review, id });
        await Database.ExecuteAsync("insert into toolkit_record_unit (type, unit_id, record_id, role) values (@type, @unitId, @id, 'reviewer')", new { type, unitId, id });
    }

    protected override async Task StartedAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IDemoOrganisation>().PeopleAsync(
            [
                new("ins1", "研究员", Permissions.InstituteRole, await UnitIdAsync("信息化办公室")),
                new("dep1", "馆员", Permissions.DepartmentRole, await UnitIdAsync("图书馆")),
            ],
            CancellationToken.None);
    }
}
