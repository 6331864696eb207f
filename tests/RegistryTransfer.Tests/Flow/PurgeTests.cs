using Microsoft.Extensions.DependencyInjection;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Purge;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

public sealed class SqlitePurgeTests(FlowFixture<Sqlite> portal) : PurgeTests<Sqlite>(portal);

public sealed class MariaDbPurgeTests(FlowFixture<MariaDb> portal) : PurgeTests<MariaDb>(portal);

/// <summary>超期清理, and the year change.</summary>
public abstract class PurgeTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "transfer:29")]
    public async Task An_application_of_166_days_is_ended_and_reported()
    {
        var id = await portal.StartAsync(passed: 2);
        await portal.Database.ExecuteAsync("update registrytransfer_application set started_at = @at where id = @id", new { id, at = portal.Clock.GetUtcNow().UtcDateTime.AddDays(-164) });
        await PurgeAsync();
        Assert.Equal(ApplicationStatus.PendingOutSchool, await portal.StatusAsync(id));
        await portal.Database.ExecuteAsync("update registrytransfer_application set started_at = @at where id = @id", new { id, at = portal.Clock.GetUtcNow().UtcDateTime.AddDays(-166) });
        await PurgeAsync();
        await PurgeAsync();
        Assert.Equal(ApplicationStatus.Expired, await portal.StatusAsync(id));
        Assert.Equal(1, await portal.CountAsync("registrytransfer_application where id = @id and open_student_id is null", new { id }));
        Assert.Equal(1, await portal.CountAsync("registrytransfer_purge_row where application_id = @id and reason = 0 and idle_days = 166", new { id }));
        foreach (var account in new[] { "u4499", "u11", "moe" })
            Assert.NotNull((await (await portal.AsAsync(account)).OpenAsync("/registrytransfer/purge")).TryFind($"a[href$='/{id}']"));
        Assert.Null((await (await portal.AsAsync("u51")).OpenAsync("/registrytransfer/purge")).TryFind($"a[href$='/{id}']"));
        await Invariants.CheckAsync(portal);
    }

    [Fact]
    public async Task One_application_that_cannot_be_ended_does_not_stop_the_others()
    {
        var (broken, good) = (await portal.StartAsync(), await portal.StartAsync());
        await portal.Database.ExecuteAsync(
            "update registrytransfer_application set started_at = @at where id in (@broken, @good)", new { broken, good, at = portal.Clock.GetUtcNow().UtcDateTime.AddDays(-170) });
        await portal.Database.ExecuteAsync("update toolkit_review set route_key = 'gone' where subject_id = @broken", new { broken });
        await PurgeAsync();
        Assert.Equal(ApplicationStatus.PendingInSchool, await portal.StatusAsync(broken));
        Assert.Equal(ApplicationStatus.Expired, await portal.StatusAsync(good));
        await portal.Database.ExecuteAsync("update toolkit_review set route_key = (select route_key from (select route_key from toolkit_review where subject_id = @good) other) where subject_id = @broken", new { broken, good });
        await PurgeAsync();
        Assert.Equal(ApplicationStatus.Expired, await portal.StatusAsync(broken));
    }

    [Fact]
    [Trait("Case", "transfer:26")]
    public async Task On_the_day_of_the_freeze_open_applications_of_graduating_grades_are_ended()
    {
        var (graduating, other) = (await portal.StartAsync(), await portal.StartAsync());
        await portal.Database.ExecuteAsync("update registrytransfer_application set in_grade = 'P6', out_grade = 'P6' where id = @graduating", new { graduating });
        portal.Clock.Set(new DateTimeOffset(2026, 7, 14, 23, 59, 0, TimeSpan.FromHours(8)));
        await PurgeAsync();
        Assert.Equal(ApplicationStatus.PendingInSchool, await portal.StatusAsync(graduating));
        portal.Clock.Set(new DateTimeOffset(2026, 7, 15, 0, 0, 1, TimeSpan.FromHours(8)));
        await PurgeAsync();
        Assert.Equal(ApplicationStatus.Expired, await portal.StatusAsync(graduating));
        Assert.Equal(ApplicationStatus.PendingInSchool, await portal.StatusAsync(other));
        portal.Clock.Set(new DateTimeOffset(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8)));
    }

    private async Task PurgeAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PurgeCommands>().RunAsync(CancellationToken.None);
    }
}
