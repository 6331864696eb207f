using Microsoft.Extensions.DependencyInjection;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Purge;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

public sealed class SqliteCompetitionTests(FlowFixture<Sqlite> portal) : CompetitionTests<Sqlite>(portal);

public sealed class MariaDbCompetitionTests(FlowFixture<MariaDb> portal) : CompetitionTests<MariaDb>(portal);

/// <summary>Events that compete for one application (domain §4.2): exactly one of them leaves the state, the others get 409 and change nothing.</summary>
public abstract class CompetitionTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const int Rounds = 50;

    [Fact]
    [Trait("Case", "transfer:15")]
    public async Task Of_two_users_of_one_bureau_that_pass_and_fail_at_once_one_is_stale()
    {
        using var other = await portal.SignInAsync("u4499");
        var u4499 = await portal.AsAsync("u4499");
        for (var round = 0; round < Rounds; round++)
        {
            var id = await portal.StartAsync(passed: 3);
            await Task.WhenAll(u4499.OpenReviewAsync(id), other.OpenReviewAsync(id));
            var pages = await Task.WhenAll(Task.Run(() => u4499.SubmitDecisionAsync()), Task.Run(() => other.SubmitDecisionAsync(pass: false)));
            AssertOneWon(pages);
            var passed = (int)pages[0].Status == 200;
            Assert.Equal(passed, await portal.CountAsync("registrytransfer_archive_transfer where application_id = @id", new { id }) == 1);
            await portal.WaitForAsync(id, passed ? ApplicationStatus.Completed : ApplicationStatus.Rejected, TimeSpan.FromSeconds(20));
        }

        await Invariants.CheckAsync(portal);
    }

    [Fact]
    public async Task Of_the_last_approval_a_revocation_and_a_purge_at_once_one_wins()
    {
        var u4499 = await portal.AsAsync("u4499");
        var sa = await portal.AsAsync("sa-lead");
        var wins = new int[3];
        for (var round = 0; round < Rounds; round++)
        {
            var id = await portal.StartAsync(passed: 3);
            await Task.WhenAll(u4499.OpenReviewAsync(id), sa.GetAsync($"/registrytransfer/revoke/transfer/{id}"));
            var purge = Task.Run(() => PurgeAsync(id));
            var pages = await Task.WhenAll(Task.Run(() => u4499.SubmitDecisionAsync()), Task.Run(() => sa.SubmitAsync("#revoke-form", new { reason = "填写有误" })));
            bool[] won = [(int)pages[0].Status == 200, (int)pages[1].Status == 200, await purge];
            Assert.True(won.Count(one => one) == 1, $"{string.Join(',', won)}\n{pages[0]}\n{pages[1]}");
            Assert.All(pages.Where(page => (int)page.Status != 200), page => page.Expect(409));
            if (won[0])
                Assert.Contains("已核办完毕，无法撤销", pages[1].Text, StringComparison.Ordinal);
            var winner = Array.IndexOf(won, true);
            wins[winner]++;
            ApplicationStatus[] ends = [ApplicationStatus.Completed, ApplicationStatus.Revoked, ApplicationStatus.Expired];
            await portal.WaitForAsync(id, ends[winner], TimeSpan.FromSeconds(20));
            Assert.Equal(won[0] ? 1 : 0, await portal.CountAsync("registrytransfer_archive_transfer where application_id = @id", new { id }));
            Assert.Equal(won[1] ? 1 : 0, await portal.CountAsync("registrytransfer_revocation where application_id = @id", new { id }));
            Assert.Equal(won[2] ? 1 : 0, await portal.CountAsync("registrytransfer_purge_row where application_id = @id", new { id }));
        }

        await Invariants.CheckAsync(portal);
        Assert.Equal(Rounds, wins.Sum());
    }

    [Fact]
    public async Task Of_a_recheck_and_a_revocation_at_once_one_wins()
    {
        var registrar = await portal.AsAsync("sa");
        var leader = await portal.AsAsync("sa-lead");
        for (var round = 0; round < Rounds; round++)
        {
            var id = await HeldAsync();
            await Task.WhenAll(registrar.GetAsync($"/registrytransfer/query/transfer/{id}"), leader.GetAsync($"/registrytransfer/revoke/transfer/{id}"));
            var pages = await Task.WhenAll(Task.Run(() => registrar.SubmitAsync("#resume")), Task.Run(() => leader.SubmitAsync("#revoke-form", new { reason = "填写有误" })));
            AssertOneWon(pages);
            Assert.Equal((int)pages[0].Status == 200 ? ApplicationStatus.PendingOutSchool : ApplicationStatus.Revoked, await portal.StatusAsync(id));
        }

        await Invariants.CheckAsync(portal);
    }

    private static void AssertOneWon(PortalPage[] pages)
    {
        Assert.True(pages.Count(page => (int)page.Status == 200) == 1, $"{pages[0]}\n{pages[1]}");
        Assert.Single(pages, page => (int)page.Status == 409);
    }

    private async Task<long> HeldAsync()
    {
        var id = await portal.StartAsync(passed: 1);
        await SetStatusAsync(id, EnrolmentStatus.Suspended);
        await portal.PassAsync(id, 1, 2);
        await SetStatusAsync(id, EnrolmentStatus.Regular);
        return id;
    }

    private Task<int> SetStatusAsync(long id, EnrolmentStatus status) => portal.Database.ExecuteAsync(
        "update registrytransfer_enrolment set status = @status where active_student_id = (select student_id from registrytransfer_application where id = @id)",
        new { id, status = (int)status });

    private async Task<bool> PurgeAsync(long id)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var candidate = (await portal.Database.QueryAsync<PurgeCandidate>("select id, kind, review_id, started_at from registrytransfer_application where id = @id", new { id }))[0];
        return await scope.ServiceProvider.GetRequiredService<PurgeCommands>().ExpireAsync(candidate, PurgeReason.TooOld, CancellationToken.None);
    }
}
