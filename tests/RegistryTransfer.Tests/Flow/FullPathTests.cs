using System.Net;
using Portal.RegistryTransfer.Model;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

public sealed class SqliteFullPathTests(FlowFixture<Sqlite> portal) : FullPathTests<Sqlite>(portal);

public sealed class MariaDbFullPathTests(FlowFixture<MariaDb> portal) : FullPathTests<MariaDb>(portal);

/// <summary>The four reviews of a transfer, and who has no part in them.</summary>
public abstract class FullPathTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    private static readonly TimeSpan _fiveSeconds = TimeSpan.FromSeconds(5);

    [Fact]
    [Trait("Case", "transfer:4")]
    [Trait("Case", "transfer:5")]
    [Trait("Case", "transfer:39")]
    public async Task Four_approvals_move_the_record_within_five_seconds()
    {
        var sa = await portal.AsAsync("sa");
        await sa.ApplyAsync("张示例", "G449901201503120132");
        var id = Reviewer.IdOf(sa.Page);
        Assert.Equal(ApplicationStatus.PendingInSchool, await portal.StatusAsync(id));

        // Ten working days after Tuesday the 10th end with the 24th, 24:00 in Beijing.
        Assert.Equal(new DateTime(2026, 3, 24, 16, 0, 0), await portal.Database.ScalarAsync<DateTime>("select due_at from registrytransfer_application where id = @id", new { id }));
        await portal.PassAsync(id, 0, 4);
        await portal.WaitForAsync(id, ApplicationStatus.Completed, _fiveSeconds);

        var student = await portal.StudentIdAsync("G449901201503120132");
        Assert.Equal(await portal.SchoolIdAsync("2111990101"), await portal.Database.ScalarAsync<long>("select school_id from registrytransfer_enrolment where active_student_id = @student", new { student }));
        Assert.Equal("P5", await portal.Database.ScalarAsync<string>("select grade from registrytransfer_enrolment where active_student_id = @student", new { student }));
        Assert.Equal(1, await portal.CountAsync("registrytransfer_enrolment where student_id = @student and status = @status and end_on is not null", new { student, status = (int)EnrolmentStatus.TransferredOut }));
        Assert.Equal("G449901201503120132", await portal.Database.ScalarAsync<string>("select number from registrytransfer_student where id = @student", new { student }));
        Assert.Equal(1, await portal.CountAsync("registrytransfer_archive_transfer where application_id = @id and state = 2 and attempts = 1", new { id }));
        Assert.Equal(
            await portal.Database.ScalarAsync<string>("select package_hash from registrytransfer_archive_transfer where application_id = @id", new { id }),
            await portal.Database.ScalarAsync<string>("select content_hash from registrytransfer_archive_package where application_id = @id", new { id }));
        Assert.Contains("调档完毕", (await sa.OpenAsync($"/registrytransfer/query/transfer/{id}")).Text, StringComparison.Ordinal);
        await Invariants.CheckAsync(portal);
    }

    [Fact]
    [Trait("Case", "transfer:6")]
    public async Task The_district_bureau_of_a_city_school_has_no_turn()
    {
        var id = await portal.StartAsync(passed: 3);
        var u449901 = await portal.AsAsync("u449901");
        var list = await u449901.OpenAsync("/registrytransfer/review/transfer");
        Assert.Null(list.TryFind($"input[value='{id}']"));
        (await u449901.OpenReviewAsync(id)).Expect(HttpStatusCode.Forbidden);
        Assert.Equal(ApplicationStatus.PendingOutBureau, await portal.StatusAsync(id));
    }

    [Fact]
    [Trait("Case", "transfer:7")]
    public async Task The_province_above_the_bureau_sees_the_application_and_may_not_decide_it()
    {
        var id = await portal.StartAsync(passed: 1);
        var u11 = await portal.AsAsync("u11");
        (await u11.OpenReviewAsync(id)).Expect(HttpStatusCode.Forbidden);
        Assert.Contains("待转入教育局核办", (await u11.OpenAsync($"/registrytransfer/query/transfer/{id}")).Text, StringComparison.Ordinal);
        Assert.Null(u11.Page.TryFind("#review-form"));
        Assert.NotNull((await u11.OpenAsync("/registrytransfer/query/transfer")).TryFind($"a[href$='/{id}']"));
        Assert.Equal(ApplicationStatus.PendingInBureau, await portal.StatusAsync(id));
    }

    [Fact]
    [Trait("Case", "transfer:23")]
    [Trait("Case", "transfer:38")]
    public async Task To_uninvolved_units_neither_application_nor_attachment_exists()
    {
        var id = await portal.StartAsync();
        var file = await portal.Database.ScalarAsync<long>("select id from toolkit_attachment where owner_id = @id and module = 'RegistryTransfer'", new { id });
        foreach (var account in new[] { "sc", "u51" })
        {
            var stranger = await portal.AsAsync(account);
            Assert.Null((await stranger.OpenAsync("/registrytransfer/query/transfer")).TryFind($"a[href$='/{id}']"));
            foreach (var address in new[] { $"/registrytransfer/query/transfer/{id}", $"/registrytransfer/query/transfer/{id}/print", $"/attachments/{file}" })
                (await stranger.GetAsync(address)).Expect(HttpStatusCode.NotFound);
        }

        (await (await portal.AsAsync("sb")).GetAsync($"/attachments/{file}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Case", "transfer:17")]
    public async Task A_refusal_needs_an_opinion_and_frees_the_student()
    {
        var student = await portal.AddStudentAsync();
        var sa = await portal.AsAsync("sa");
        await sa.ApplyAsync(student.Name, student.Number);
        var id = Reviewer.IdOf(sa.Page);
        await portal.PassAsync(id, 0, 2);
        var sb = await portal.AsAsync("sb-lead");
        (await sb.OpenReviewAsync(id)).Expect(200);
        (await sb.SubmitDecisionAsync(pass: false, opinion: " ")).Expect(422);
        Assert.NotNull(sb.Page.TryFind("#review-form"));
        Assert.Equal(ApplicationStatus.PendingOutSchool, await portal.StatusAsync(id));
        await sb.DecideAsync(id, pass: false, opinion: "学籍信息有误，请家长先更正");
        Assert.Equal(ApplicationStatus.Rejected, await portal.StatusAsync(id));

        var sc = await portal.AsAsync("sc");
        await sc.ApplyAsync(student.Name, student.Number);
        Assert.Equal(ApplicationStatus.PendingInSchool, await portal.StatusAsync(Reviewer.IdOf(sc.Page)));
        Assert.Contains("复制新建", (await sa.OpenAsync($"/registrytransfer/query/transfer/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_maker_is_offered_no_review_of_the_own_application()
    {
        var id = await portal.StartAsync();
        var sa = await portal.AsAsync("sa");
        (await sa.OpenReviewAsync(id)).Expect(HttpStatusCode.Forbidden);
        Assert.Null(sa.Page.TryFind("#review-form"));
        Assert.DoesNotContain("/review/", (await sa.OpenAsync($"/registrytransfer/query/transfer/{id}")).Find("#actions").InnerHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ApplicationStatus.PendingInSchool, await portal.StatusAsync(id));
    }

    [Fact]
    [Trait("Case", "transfer:30")]
    public async Task Temporary_numbers_and_numbers_that_differ_from_the_identity_card_move_alike()
    {
        var sa = await portal.AsAsync("sa");
        foreach (var (name, number) in new[] { ("王示例", "L449901201608200421"), ("买买提·示例", "J449901201608200040") })
        {
            await sa.ApplyAsync(name, number);
            var id = Reviewer.IdOf(sa.Page);
            foreach (var account in new[] { "sa-lead", "u119901", "se-lead", "u449901" })
                await (await portal.AsAsync(account)).DecideAsync(id);
            await portal.WaitForAsync(id, ApplicationStatus.Completed, _fiveSeconds);
        }
    }
}
