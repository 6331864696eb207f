using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Schemes;

/// <summary>The fixture of domain §4f, its command classes, and a look at counters and audit.</summary>
public class ConfigurationFixture<TDialect> : ClearanceFixture<TDialect>
    where TDialect : ITestDialect
{
    /// <summary>Runs one command in a scope of its own, as the system.</summary>
    public async Task<T> RunAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task RunAsync<TService>(Func<TService, Task> work)
        where TService : notnull => RunAsync<TService, bool>(async service =>
        {
            await work(service);
            return true;
        });

    public Task<long> UnitAsync(string name) => Database.ScalarAsync<long>("select id from organisation_unit where name = @name", new { name });

    public Task<long> RoleAsync(string name) => Database.ScalarAsync<long>("select id from organisation_role where name = @name", new { name });

    public Task<int> CountAuditAsync(string action) => Database.ScalarAsync<int>("select count(*) from portal_audit where action = @action", new { action });

    public Task<int> VersionAsync(string table, long id) => Database.ScalarAsync<int>($"select version from graduationclearance_{table} where id = @id", new { id });

    /// <summary>The kept counters of all steps, which must equal those computed from the records of active students, in both directions (I12).</summary>
    public async Task<IReadOnlyList<CounterRow>> CountersAsync()
    {
        var kept = await Database.QueryAsync<CounterRow>(
            "select step_id, department_id, status, total from graduationclearance_tally where total <> 0 order by step_id, department_id, status");
        var computed = await Database.QueryAsync<CounterRow>(
            """
            select r.step_id, s.department_id, r.status, count(*) as total
            from graduationclearance_step_record r
            join graduationclearance_student s on s.id = r.student_id
            where s.status = 0
            group by r.step_id, s.department_id, r.status
            order by r.step_id, s.department_id, r.status
            """);
        Assert.Equal(computed, kept);
        return kept;
    }

    public async Task<int> CountAsync(long stepId, int status) => (await CountersAsync()).Where(row => row.StepId == stepId && row.Status == status).Sum(row => row.Total);
}

public sealed record CounterRow
{
    public long StepId { get; init; }

    public long DepartmentId { get; init; }

    public int Status { get; init; }

    public int Total { get; init; }
}
