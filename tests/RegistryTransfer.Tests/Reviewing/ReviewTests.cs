using Microsoft.Extensions.DependencyInjection;
using Portal.RegistryTransfer.Model;
using Portal.Testing;
using Portal.Toolkit.Reviews;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Reviewing;

public sealed class SqliteReviewTests(TransferFixture<Sqlite> portal) : ReviewTests<Sqlite>(portal);

public sealed class MariaDbReviewTests(TransferFixture<MariaDb> portal) : ReviewTests<MariaDb>(portal);

/// <summary>The module's side of both routes, on the engine.</summary>
public abstract class ReviewTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Zhang = "G449901201503120132";

    public Task InitializeAsync() => portal.EndApplicationsAsync();

    public async Task DisposeAsync()
    {
        await portal.Database.ExecuteAsync("update registrytransfer_enrolment set status = 0 where status = 1 and student_id = (select id from registrytransfer_student where number = @Zhang)", new { Zhang });
        await portal.Database.ExecuteAsync("update registrytransfer_school set four_eyes = 1");
        await portal.Database.ExecuteAsync("delete from registrytransfer_setting where name like 'province-step.%'");
        await portal.Database.ExecuteAsync("delete from registrytransfer_archive_transfer");
    }

    [Fact]
    [Trait("Case", "transfer:17")]
    public async Task A_refusal_needs_an_opinion_and_frees_the_student()
    {
        var id = await StartAsync();
        await Assert.ThrowsAsync<ReviewRefusedException>(() => DecideAsync(id, "sa-lead", ReviewDecision.Reject, ""));
        await DecideAsync(id, "sa-lead", ReviewDecision.Reject, "材料不全");
        await ExpectAsync(id, ApplicationStatus.Rejected, "");
        Assert.Equal(0, await CountAsync($"registrytransfer_application where id = {id} and open_student_id is not null"));
        Assert.Equal(0, await CountAsync($"registrytransfer_application_unit where application_id = {id} and is_open = 1"));
        await StartAsync();
    }

    [Fact]
    [Trait("Case", "transfer:19")]
    public async Task A_student_who_took_leave_holds_the_application_until_he_is_back()
    {
        var id = await StartAsync();
        await DecideAsync(id, "sa-lead");
        await SetStatusAsync(EnrolmentStatus.Suspended);
        await DecideAsync(id, "u119901");
        await ExpectAsync(id, ApplicationStatus.OutCheckFailed, "");
        Assert.Contains("休学", await portal.Database.ScalarAsync<string>($"select check_text from registrytransfer_application where id = {id} and check_code = 2002"), StringComparison.Ordinal);
        await ActAsync("sa", async (commands, review) => await commands.ResumeAsync(review.Id, review.Version, CancellationToken.None), id);
        await ExpectAsync(id, ApplicationStatus.OutCheckFailed, "");
        await SetStatusAsync(EnrolmentStatus.Regular);
        await ActAsync("sa", async (commands, review) => await commands.ResumeAsync(review.Id, review.Version, CancellationToken.None), id);
        await ExpectAsync(id, ApplicationStatus.PendingOutSchool, "示例市实验学校");
        Assert.Equal(0, await CountAsync($"registrytransfer_application where id = {id} and check_code is not null"));
    }

    [Fact]
    public async Task Its_maker_reviews_only_where_the_school_asks_for_two_eyes_and_it_is_marked()
    {
        var id = await StartAsync();
        await Assert.ThrowsAsync<ReviewForbiddenException>(() => DecideAsync(id, "sa"));
        await portal.Database.ExecuteAsync("update registrytransfer_school set four_eyes = 0");
        await DecideAsync(id, "sa");
        Assert.Equal(1, await CountAsync($"toolkit_review_step s join registrytransfer_application a on a.review_id = s.review_id where a.id = {id} and s.self_review = 1"));
        Assert.Equal(1, await CountAsync($"portal_audit where subject = 'application:{id}' and after_json like '%self_review\":true%'"));
    }

    [Fact]
    public async Task With_four_eyes_a_registrar_of_the_sending_school_leaves_the_review_to_its_leader()
    {
        var id = await StartAsync();
        await DecideAsync(id, "sa-lead");
        await DecideAsync(id, "u119901");
        await Assert.ThrowsAsync<ReviewForbiddenException>(() => DecideAsync(id, "sb"));
        Assert.False(await MayDecideAsync(id, "sb"));
        Assert.True(await MayDecideAsync(id, "sb-lead"));
        await portal.Database.ExecuteAsync("update registrytransfer_school set four_eyes = 0");
        await DecideAsync(id, "sb");
        await ExpectAsync(id, ApplicationStatus.PendingOutBureau, "广东省示例市教育局");
    }

    [Fact]
    public async Task A_province_that_asks_for_it_reviews_its_side_after_the_bureau()
    {
        await portal.Database.ExecuteAsync("insert into registrytransfer_setting (name, value, note, version) values ('province-step.1', '1', '', 1), ('province-step.19', '1', '', 1)");
        var id = await StartAsync();
        foreach (var (account, unit) in new[] { ("sa-lead", "北京市示例区教委"), ("u119901", "北京市教育委员会"), ("u11", "示例市实验学校"), ("sb-lead", "广东省示例市教育局"), ("u4499", "广东省教育厅") })
        {
            await DecideAsync(id, account);
            Assert.Equal(unit, await portal.Database.ScalarAsync<string>($"select waiting_unit_name from registrytransfer_application where id = {id}"));
        }
    }

    [Fact]
    [Trait("Case", "transfer:16")]
    public async Task Only_the_receiving_school_revokes_and_the_reason_stays()
    {
        var id = await StartAsync();
        await DecideAsync(id, "sa-lead");
        await Assert.ThrowsAsync<ReviewForbiddenException>(() => ActAsync("sb-lead", (commands, review) => commands.WithdrawAsync(review.Id, review.Version, "不该", CancellationToken.None), id));
        await ActAsync("sa", (commands, review) => commands.WithdrawAsync(review.Id, review.Version, "年级填错", CancellationToken.None), id);
        await ExpectAsync(id, ApplicationStatus.Revoked, "");
        Assert.Equal("年级填错", await portal.Database.ScalarAsync<string>($"select reason from registrytransfer_revocation where application_id = {id}"));
    }

    private async Task<long> StartAsync()
    {
        using var client = await portal.SignInAsync("sa");
        await client.ApplyAsync("张示例", Zhang);
        return await portal.Database.ScalarAsync<long>("select id from registrytransfer_application where open_student_id is not null");
    }

    private Task DecideAsync(long id, string account, ReviewDecision decision = ReviewDecision.Pass, string opinion = "同意") =>
        ActAsync(account, (commands, review) => commands.DecideAsync(review.Id, review.Version, decision, opinion, null, CancellationToken.None), id);

    private async Task ActAsync(string account, Func<ReviewCommands, (long Id, long Version), Task> act, long id)
    {
        await using var scope = await portal.EnterAsync(account);
        var reviewId = await portal.Database.ScalarAsync<long>($"select review_id from registrytransfer_application where id = {id}");
        var version = await portal.Database.ScalarAsync<long>($"select version from toolkit_review where id = {reviewId}");
        await act(scope.ServiceProvider.GetRequiredService<ReviewCommands>(), (reviewId, version));
    }

    private async Task<bool> MayDecideAsync(long id, string account)
    {
        await using var scope = await portal.EnterAsync(account);
        var reviews = scope.ServiceProvider.GetRequiredService<ReviewQueries>();
        return await reviews.MayDecideAsync((await reviews.FindAsync("registrytransfer.transfer", id, CancellationToken.None))!, CancellationToken.None);
    }

    private Task<int> SetStatusAsync(EnrolmentStatus status) => portal.Database.ExecuteAsync(
        "update registrytransfer_enrolment set status = @status where student_id = (select id from registrytransfer_student where number = @Zhang)", new { status, Zhang });

    private async Task ExpectAsync(long id, ApplicationStatus status, string unit)
    {
        Assert.Equal((long)status, await portal.Database.ScalarAsync<long>($"select status from registrytransfer_application where id = {id}"));
        Assert.Equal(unit, await portal.Database.ScalarAsync<string>($"select waiting_unit_name from registrytransfer_application where id = {id}"));
    }

    private Task<long> CountAsync(string from) => portal.Database.ScalarAsync<long>($"select count(*) from {from}");
}
