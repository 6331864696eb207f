using Portal.Audit;
using Portal.Testing;

namespace Portal.Kernel.Tests.Audit;

public abstract class AuditLogTests<TDialect>(KernelFixture<TDialect> fixture) : IClassFixture<KernelFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_row_says_who_at_which_post_did_what_when_and_from_where()
    {
        using var host = fixture.NewHost(new MovableClock(new DateTimeOffset(2026, 6, 15, 1, 2, 3, TimeSpan.Zero)));
        var audit = new AuditLog(new StubContext(), host.Clock);
        await host.Transactions.RunAsync(1, async tx =>
        {
            await audit.WriteAsync(tx, new AuditEntry { Module = "Sample", Action = "修改", Subject = "thing:1", Before = new { Name = "旧" }, After = new { Name = "新" } });
            await audit.WriteAsync(tx, new AuditEntry { Module = "Sample", Action = "删除", Subject = "thing:2" });
        }, default);
        var rows = await fixture.Database.QueryAsync<string>(
            "select person_name from portal_audit where person_id = 7 and post_id = 70 and unit_id = 30 and role_name = '操作员' and address = '192.0.2.7' and module = 'Sample'");
        Assert.Equal(["王老师", "王老师"], rows);
        Assert.Equal("{\"Name\":\"旧\"}", await fixture.Database.ScalarAsync<string>("select before_json from portal_audit where subject = 'thing:1'"));
        Assert.Equal("{\"Name\":\"新\"}", await fixture.Database.ScalarAsync<string>("select after_json from portal_audit where subject = 'thing:1'"));
        var at = (await fixture.Database.QueryAsync<DateTime>("select at from portal_audit where subject = 'thing:2'"))[0];
        Assert.Equal(new DateTime(2026, 6, 15, 1, 2, 3), at, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Without_a_person_the_system_did_it()
    {
        using var host = fixture.NewHost();
        var audit = new AuditLog(new StubContext { Person = null, Post = null }, host.Clock);
        await host.Transactions.RunAsync(0, tx => audit.WriteAsync(tx, new AuditEntry { Module = "Sample", Action = "清理", Subject = "night" }), default);
        Assert.Equal("系统", await fixture.Database.ScalarAsync<string>("select person_name from portal_audit where subject = 'night' and person_id is null"));
    }
}

public sealed class AuditLogOnSqlite(KernelFixture<Sqlite> fixture) : AuditLogTests<Sqlite>(fixture);

public sealed class AuditLogOnMariaDb(KernelFixture<MariaDb> fixture) : AuditLogTests<MariaDb>(fixture);
