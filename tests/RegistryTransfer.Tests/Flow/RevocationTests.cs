using System.Net;
using Portal.RegistryTransfer.Model;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

public sealed class SqliteRevocationTests(FlowFixture<Sqlite> portal) : RevocationTests<Sqlite>(portal);

public sealed class MariaDbRevocationTests(FlowFixture<MariaDb> portal) : RevocationTests<MariaDb>(portal);

/// <summary>撤销 and 重新校验, both by the receiving school.</summary>
public abstract class RevocationTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "transfer:16")]
    public async Task Only_the_receiving_school_revokes_with_a_reason_and_only_while_under_review()
    {
        var id = await portal.StartAsync(passed: 2);
        var address = $"/registrytransfer/revoke/transfer/{id}";
        (await (await portal.AsAsync("sb-lead")).GetAsync(address)).Expect(HttpStatusCode.Forbidden);
        (await (await portal.AsAsync("u119901")).GetAsync(address)).Expect(HttpStatusCode.Forbidden);
        var sa = await portal.AsAsync("sa-lead");
        Assert.NotNull((await sa.OpenAsync("/registrytransfer/revoke/transfer")).TryFind($"input[value='{id}']"));
        (await sa.RevokeAsync(id, reason: " ")).Expect(422);
        Assert.Equal(ApplicationStatus.PendingOutSchool, await portal.StatusAsync(id));
        (await sa.RevokeAsync(id)).Expect(200);
        Assert.Equal(ApplicationStatus.Revoked, await portal.StatusAsync(id));
        Assert.Equal(1, await portal.CountAsync("registrytransfer_revocation where application_id = @id and reason = '年级填写有误'", new { id }));
        (await sa.GetAsync(address)).Expect(HttpStatusCode.Conflict);
        await Invariants.CheckAsync(portal);
    }

    [Fact]
    [Trait("Case", "transfer:16")]
    public async Task A_finished_application_is_not_revoked()
    {
        var id = await portal.StartAsync(passed: 3);
        var sa = await portal.AsAsync("sa-lead");
        (await sa.GetAsync($"/registrytransfer/revoke/transfer/{id}")).Expect(HttpStatusCode.OK);
        await portal.PassAsync(id, 3, 4);
        (await sa.SubmitAsync("#revoke-form", new { reason = "填错了" })).Expect(HttpStatusCode.Conflict);
        Assert.Contains("已核办完毕，无法撤销", sa.Page.Text, StringComparison.Ordinal);
        await portal.WaitForAsync(id, ApplicationStatus.Completed, TimeSpan.FromSeconds(5));
        (await sa.GetAsync($"/registrytransfer/revoke/transfer/{id}")).Expect(HttpStatusCode.Conflict);
    }

    [Fact]
    [Trait("Case", "transfer:19")]
    public async Task A_failed_check_of_the_sender_waits_until_its_reason_is_gone()
    {
        var id = await portal.StartAsync(passed: 1);
        await SetStatusAsync(id, EnrolmentStatus.Suspended);
        await portal.PassAsync(id, 1, 2);
        Assert.Equal(ApplicationStatus.OutCheckFailed, await portal.StatusAsync(id));
        var sa = await portal.AsAsync("sa");
        var page = await sa.OpenAsync($"/registrytransfer/query/transfer/{id}");
        Assert.Contains("2002", page.TextOf("#check"), StringComparison.Ordinal);
        Assert.Contains("休学", page.TextOf("#check"), StringComparison.Ordinal);
        await sa.SubmitAsync("#resume");
        Assert.Equal(ApplicationStatus.OutCheckFailed, await portal.StatusAsync(id));
        Assert.Null((await (await portal.AsAsync("sb")).OpenAsync($"/registrytransfer/query/transfer/{id}")).TryFind("#resume"));
        await SetStatusAsync(id, EnrolmentStatus.Regular);
        await sa.SubmitAsync("#resume");
        Assert.Equal(ApplicationStatus.PendingOutSchool, await portal.StatusAsync(id));
    }

    private Task<int> SetStatusAsync(long id, EnrolmentStatus status) => portal.Database.ExecuteAsync(
        "update registrytransfer_enrolment set status = @status where active_student_id = (select student_id from registrytransfer_application where id = @id)",
        new { id, status = (int)status });
}
