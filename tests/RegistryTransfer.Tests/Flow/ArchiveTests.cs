using Microsoft.Extensions.DependencyInjection;
using Portal.RegistryTransfer.Archives;
using Portal.RegistryTransfer.Model;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

public sealed class SqliteArchiveTests(FlowFixture<Sqlite> portal) : ArchiveTests<Sqlite>(portal);

public sealed class MariaDbArchiveTests(FlowFixture<MariaDb> portal) : ArchiveTests<MariaDb>(portal);

/// <summary>调档: one effect however often it runs (I14).</summary>
public abstract class ArchiveTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const int Rounds = 50;

    [Fact]
    public async Task Of_several_workers_on_one_row_one_moves_the_archive()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var id = await portal.StartAsync(passed: 4);
            var moved = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MoveAsync(id))));
            Assert.InRange(moved.Count(one => one), 0, 1);
            await portal.WaitForAsync(id, ApplicationStatus.Completed, TimeSpan.FromSeconds(20));
            Assert.Equal(1, await portal.CountAsync("registrytransfer_archive_transfer where application_id = @id and attempts = 1", new { id }));
        }

        await Invariants.CheckAsync(portal);
    }

    [Fact]
    public async Task A_failed_move_waits_for_its_turn_and_after_the_last_one_for_the_province()
    {
        var id = await portal.StartAsync(passed: 3);

        // The sender's enrolment changes behind the last check: the move must not touch it.
        var enrolment = await portal.Database.ScalarAsync<long>("select enrolment_id from registrytransfer_application where id = @id", new { id });
        await portal.Database.ExecuteAsync("update registrytransfer_enrolment set school_id = school_id + 1 where id = @enrolment", new { enrolment });
        await portal.PassAsync(id, 3, 4);
        await WaitForAttemptsAsync(id, 1);
        Assert.Equal(ApplicationStatus.Archiving, await portal.StatusAsync(id));
        Assert.False(await MoveAsync(id));
        Assert.Equal(1, await AttemptsAsync(id));
        for (var start = 2; start <= ArchiveCommands.MostAttempts + 1; start++)
        {
            await portal.Database.ExecuteAsync("update registrytransfer_archive_transfer set next_attempt_at = '2026-01-01 00:00:00' where application_id = @id", new { id });
            Assert.False(await MoveAsync(id));
            Assert.Equal(start, await AttemptsAsync(id));
        }

        Assert.Equal(ApplicationStatus.ArchiveFailed, await portal.StatusAsync(id));
        Assert.Null((await (await portal.AsAsync("u4499")).OpenAsync($"/registrytransfer/query/transfer/{id}")).TryFind("#retry"));
        await portal.Database.ExecuteAsync("update registrytransfer_enrolment set school_id = school_id - 1 where id = @enrolment", new { enrolment });
        var u44 = await portal.AsAsync("u44");
        await u44.OpenAsync($"/registrytransfer/query/transfer/{id}");
        (await u44.SubmitAsync("#retry")).Expect(200);
        Assert.Equal(ApplicationStatus.Completed, await portal.StatusAsync(id));
        await Invariants.CheckAsync(portal);
    }

    [Fact]
    public async Task A_row_left_by_a_dead_worker_is_taken_over_when_its_lease_has_ended()
    {
        var id = await portal.StartAsync(passed: 3);
        var enrolment = await portal.Database.ScalarAsync<long>("select enrolment_id from registrytransfer_application where id = @id", new { id });
        await portal.Database.ExecuteAsync("update registrytransfer_enrolment set school_id = school_id + 1 where id = @enrolment", new { enrolment });
        await portal.PassAsync(id, 3, 4);
        await WaitForAttemptsAsync(id, 1);
        await portal.Database.ExecuteAsync("update registrytransfer_enrolment set school_id = school_id - 1 where id = @enrolment", new { enrolment });
        await portal.Database.ExecuteAsync(
            "update registrytransfer_archive_transfer set state = 1, worker = 'dead', worker_until = '2026-03-11 00:00:00', next_attempt_at = '2026-01-01 00:00:00' where application_id = @id",
            new { id });
        Assert.False(await MoveAsync(id));
        await portal.Database.ExecuteAsync("update registrytransfer_archive_transfer set worker_until = '2026-01-01 00:00:00' where application_id = @id", new { id });
        await using var scope = portal.Services.CreateAsyncScope();
        await new ArchiveTask(portal.Database.Source, portal.Clock).DoWorkAsync(scope.ServiceProvider, CancellationToken.None);
        Assert.Equal(ApplicationStatus.Completed, await portal.StatusAsync(id));
        Assert.Equal(2, await AttemptsAsync(id));
    }

    private async Task<bool> MoveAsync(long id)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ArchiveCommands>().MoveAsync(id, CancellationToken.None);
    }

    private Task<int> AttemptsAsync(long id) => portal.Database.ScalarAsync<int>("select attempts from registrytransfer_archive_transfer where application_id = @id", new { id });

    private async Task WaitForAttemptsAsync(long id, int attempts)
    {
        for (var tries = 0; await AttemptsAsync(id) < attempts || await portal.CountAsync("registrytransfer_archive_transfer where application_id = @id and state = 3", new { id }) == 0; tries++)
        {
            Assert.True(tries < 200, "The archive move does not start.");
            await Task.Delay(50);
        }
    }
}
