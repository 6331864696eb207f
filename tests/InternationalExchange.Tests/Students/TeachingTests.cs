using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Students;

public sealed class SqliteTeachingTests(CaseFixture<Sqlite> portal) : TeachingTests<Sqlite>(portal);

public sealed class MariaDbTeachingTests(CaseFixture<MariaDb> portal) : TeachingTests<MariaDb>(portal);

/// <summary>Curricula (Art. 7, 8(7), 9(3)5), courses (Art. 7.4, 7.5, 9(3)6) and care of students from abroad (Art. 9(5)5), over HTTP.</summary>
public abstract class TeachingTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Theory]
    [InlineData("colA1", "colAh", "degree", 200)]
    [InlineData("colA1", "colAh", "joint", 200)]
    [InlineData("sie1", "sieh", "short", 200)]
    [InlineData("colA1", "", "short", 403)]
    [InlineData("sie1", "", "degree", 403)]
    public async Task A_curriculum_goes_by_its_own_unit_to_the_academic_office(string clerk, string head, string kind, int status)
    {
        using var drafting = await portal.SignInAsync(clerk);
        await drafting.OpenAsync($"{Desk.Records}/exchange.curriculum/new");
        var values = new Dictionary<string, string> { ["title"] = "机械工程培养方案", ["unitHead"] = head.Length > 0 ? head : "colAh", ["kind"] = kind };
        if (kind != "short")
            (values["major"], values["credits"]) = ("机械工程", "160");
        (await drafting.SubmitAsync("#save", values)).Expect(status);
        if (status != 200)
            return;
        var address = drafting.Page.Url.AbsolutePath;
        (await drafting.SubmitAsync("#submit-form")).Expect(422);
        Assert.Contains("请上传培养方案文件", drafting.Page.Text, StringComparison.Ordinal);
        await drafting.AttachAsync("file");
        await drafting.SubmitDraftAsync();
        using var academic = await portal.SignInAsync("aao1");
        Assert.Null((await academic.OpenAsync(address)).TryFind("#decide-form"));
        await PassAsync(head, address);
        await academic.PassAsync(address);
        Assert.Equal("approved", await portal.StateAsync(Desk.IdOf(address)));
        await drafting.MoveAsync(address, "activate");
        await drafting.MoveAsync(address, "close");
        Assert.Equal("closed", await portal.StateAsync(Desk.IdOf(address)));
    }

    [Theory]
    [InlineData("sie1", "sieh", "chinese", 200)]
    [InlineData("sie1", "sieh", "general", 200)]
    [InlineData("colA1", "colAh", "programme", 200)]
    [InlineData("colA1", "", "chinese", 403)]
    [InlineData("sie1", "", "programme", 403)]
    public async Task A_course_is_built_by_its_own_unit_and_checked_by_the_academic_office(string clerk, string head, string kind, int status)
    {
        using var drafting = await portal.SignInAsync(clerk);
        await drafting.OpenAsync($"{Desk.Records}/exchange.course-item/new");
        (await drafting.SubmitAsync("#save", new { title = "综合汉语", unitHead = head.Length > 0 ? head : "colAh", kind, plan = "一学年建成" })).Expect(status);
        if (status != 200)
            return;
        var address = drafting.Page.Url.AbsolutePath;
        await drafting.SubmitDraftAsync();
        await PassAsync(head, address);
        using var academic = await portal.SignInAsync("aao1");
        await academic.PassAsync(address);
        await drafting.MoveAsync(address, "activate");
        await drafting.KeepAsync(address, ("checks[0].on", "2026-03-01"), ("checks[0].by", "督导组"), ("checks[0].finding", "教材偏旧"), ("checks[0].fix", "换新版"), ("checks[0].fixedOn", "2026-03-02"));
        Assert.Contains("教材偏旧", (await academic.OpenAsync(address)).Text, StringComparison.Ordinal);
        await drafting.MoveAsync(address, "close");
        Assert.Equal("closed", await portal.StateAsync(Desk.IdOf(address)));
    }

    [Fact]
    public async Task A_note_on_a_student_is_followed_up_by_those_who_care_and_closed_by_student_affairs()
    {
        var student = await portal.NoAsync(await portal.RegisteredAsync());
        using var college = await portal.SignInAsync("colA1");
        var address = await college.DraftAsync("exchange.student-care", ("student", student), ("kind", "safety"), ("on", "2026-03-01"), ("note", "深夜外出未归"));
        await college.SubmitDraftAsync();
        Assert.Null((await college.OpenAsync(address)).TryFind("#move-close"));
        using var security = await portal.SignInAsync("sec1");
        await security.MoveAsync(address, "assist", ("security", "已联系派出所，平安"));
        Assert.Null((await security.OpenAsync(address)).TryFind("#move-close"));
        using var dormitory = await portal.SignInAsync("sie1");
        await dormitory.KeepAsync(address, ("action", "谈话提醒"));
        using var affairs = await portal.SignInAsync("stu1");
        Assert.Contains("已联系派出所，平安", (await affairs.OpenAsync(address)).Text, StringComparison.Ordinal);
        await affairs.MoveAsync(address, "close", ("outcome", "已返校，教育完毕"));
        Assert.Equal("closed", await portal.StateAsync(Desk.IdOf(address)));
        foreach (var (account, expected) in new[] { ("colB1", 404), ("log1", 404), ("aao1", 404), ("ieo1", 200), ("sch1", 200) })
        {
            using var other = await portal.SignInAsync(account);
            (await other.GetAsync(address)).Expect(expected);
        }
    }

    private async Task PassAsync(string account, string address)
    {
        using var client = await portal.SignInAsync(account);
        await client.PassAsync(address);
    }
}
