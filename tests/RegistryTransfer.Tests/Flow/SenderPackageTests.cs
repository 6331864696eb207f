using Portal.RegistryTransfer.Model;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

public sealed class SqliteSenderPackageTests(FlowFixture<Sqlite> portal) : SenderPackageTests<Sqlite>(portal);

public sealed class MariaDbSenderPackageTests(FlowFixture<MariaDb> portal) : SenderPackageTests<MariaDb>(portal);

/// <summary>电子学籍档案备份 that the sending school keeps (I12).</summary>
public abstract class SenderPackageTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task Only_the_sender_shows_the_package_and_nobody_changes_it()
    {
        var id = await portal.StartAsync(passed: 4);
        await portal.WaitForAsync(id, ApplicationStatus.Completed, TimeSpan.FromSeconds(20));
        var student = await portal.Database.ScalarAsync<long>("select student_id from registrytransfer_application where id = @id", new { id });
        var hash = await portal.Database.ScalarAsync<string>("select content_hash from registrytransfer_archive_package where application_id = @id", new { id });

        var kept = await (await portal.AsAsync("sb")).OpenAsync($"/registrytransfer/students/details/{student}");
        var package = kept.TextOf("section[aria-labelledby=packages]");
        Assert.Contains("电子学籍档案备份（只读）", package, StringComparison.Ordinal);
        Assert.Contains("北京市示例区小学", package, StringComparison.Ordinal);
        Assert.Contains($"SHA-256 {hash}", package, StringComparison.Ordinal);
        Assert.Contains("小学五年级 1 班，正常在校", package, StringComparison.Ordinal);
        Assert.Null(kept.TryFind("main form"));
        Assert.Null(kept.TryFind("main a[href*='/change']"));

        var received = await (await portal.AsAsync("sa")).OpenAsync($"/registrytransfer/students/details/{student}");
        Assert.Null(received.TryFind("section[aria-labelledby=packages]"));
        var bureau = await (await portal.AsAsync("u4499")).OpenAsync($"/registrytransfer/students/details/{student}");
        Assert.Contains(hash!, bureau.TextOf("section[aria-labelledby=packages]"), StringComparison.Ordinal);
    }
}
