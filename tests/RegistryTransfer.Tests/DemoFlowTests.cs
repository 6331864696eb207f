using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Tests.Flow;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests;

public sealed class SqliteDemoFlowTests(DemoFlowFixture<Sqlite> portal) : DemoFlowTests<Sqlite>(portal);

public sealed class MariaDbDemoFlowTests(DemoFlowFixture<MariaDb> portal) : DemoFlowTests<MariaDb>(portal);

public sealed class DemoFlowFixture<TDialect> : FlowFixture<TDialect>
    where TDialect : ITestDialect
{
    protected override void Configure(PortalFactory factory)
    {
        base.Configure(factory);
        factory.Settings["Portal:DemoStudents"] = "1";
    }
}

/// <summary>What somebody sees who starts the portal on an empty database in Development.</summary>
public abstract class DemoFlowTests<TDialect>(DemoFlowFixture<TDialect> portal) : IClassFixture<DemoFlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task The_demo_shows_both_kinds_at_each_step_one_held_and_some_ended()
    {
        foreach (var (kind, states) in new (ApplicationKind, ApplicationStatus[])[]
        {
            (ApplicationKind.Transfer,
            [
                ApplicationStatus.PendingInSchool, ApplicationStatus.PendingInBureau, ApplicationStatus.OutCheckFailed, ApplicationStatus.PendingOutSchool,
                ApplicationStatus.PendingOutBureau, ApplicationStatus.Completed, ApplicationStatus.Rejected, ApplicationStatus.Revoked,
            ]),
            (ApplicationKind.PostGraduation,
            [ApplicationStatus.PendingInSchool, ApplicationStatus.PendingInBureau, ApplicationStatus.PendingOutBureau, ApplicationStatus.Completed, ApplicationStatus.Rejected]),
        })
        {
            foreach (var status in states)
                Assert.True(await CountAsync("registrytransfer_application where kind = @kind and status = @status", new { kind, status }) > 0, $"{kind} {status}");
        }

        Assert.Equal(0, await CountAsync("registrytransfer_application a where not exists (select 1 from toolkit_attachment t where t.owner_id = a.id and t.module = 'RegistryTransfer' and t.is_complete = 1)"));
        Assert.Equal(3, await CountAsync("registrytransfer_archive_transfer where state = 2"));
        Assert.Equal(3, await CountAsync("registrytransfer_application where due_at < '2026-03-10'"));
        Assert.Equal(0, await CountAsync("registrytransfer_application a join registrytransfer_student s on s.id = a.student_id where s.name like '_示例' or s.name like '%·示例'"));
        await Invariants.CheckAsync(portal);
    }

    [Fact]
    public async Task The_overdue_bureau_stands_on_the_list_of_its_province()
    {
        var page = await (await portal.AsAsync("u44")).OpenAsync("/registrytransfer/oversight/overdue");
        Assert.Contains("罗欣怡", page.Text, StringComparison.Ordinal);
        Assert.Contains("广东省示例市教育局", page.Text, StringComparison.Ordinal);
    }

    private Task<long> CountAsync(string what, object? values = null) => portal.Database.ScalarAsync<long>($"select count(*) from {what}", values);
}
