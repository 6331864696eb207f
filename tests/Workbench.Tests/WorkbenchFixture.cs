using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Testing;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Reviews;
using Portal.Units;

namespace Workbench.Tests;

/// <summary>The demo on a Tuesday morning, with reviews and messages put straight into the tables.</summary>
public sealed class WorkbenchFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    /// <summary>A reviewer of the demo.</summary>
    public const string Reviewer = "sa-lead";

    private long _last = 8_000_000;

    public MovableClock Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>A review of the first route whose first step waits for the reviewer's unit.</summary>
    public async Task<long> AddTodoAsync(string title, DateTime dueAt)
    {
        await using var scope = await EnterAsync(Reviewer);
        var unitId = scope.ServiceProvider.GetRequiredService<IUnitContext>().UnitId;
        var route = scope.ServiceProvider.GetRequiredService<ReviewTodoQueries>().Routes()[0];
        var id = Interlocked.Increment(ref _last);
        await Database.ExecuteAsync(
            """
            insert into toolkit_review
                (id, route_key, subject_id, title, starter_unit_id, starter_name, started_at, state, round, step_keys, first_step_no, step_no, step_key, waiting_unit_id,
                waiting_permission, entered_at, due_at, hold_code, hold_text, version)
            values
                (@id, @Key, @id, @title, @unitId, '王老师', @now, 'Active', 1, @step, 1, 1, @step, @unitId, @Permission, @now, @dueAt, '', '', 1)
            """,
            new { id, route.Key, title, unitId, now = new DateTime(2026, 3, 2, 1, 0, 0), step = route.Steps[0].Key, route.Steps[0].Permission, dueAt });
        return id;
    }

    public async Task SendAsync(string title, string permission = "", string link = "/organisation/account/password")
    {
        await using var scope = await EnterAsync(Reviewer);
        var unitId = scope.ServiceProvider.GetRequiredService<IUnitContext>().UnitId;
        await scope.ServiceProvider.GetRequiredService<IWriteTransactions>().RunAsync(
            1,
            async transaction =>
            {
                transaction.WithoutAudit("A message of a test.");
                await scope.ServiceProvider.GetRequiredService<INotices>().SendAsync(
                    transaction, new() { UnitId = unitId, Permission = permission, Title = title, Text = "请尽快处理", Link = link, ModuleId = "RegistryTransfer" });
            },
            CancellationToken.None);
    }

    protected override void Configure(PortalFactory factory)
    {
        factory.Clock = Clock;
        factory.Settings["Portal:DemoStudents"] = "0";
    }
}
