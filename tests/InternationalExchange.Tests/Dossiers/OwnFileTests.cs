using Portal.InternationalExchange.Tests.Students;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Dossiers;

public sealed class SqliteOwnFileTests(CaseFixture<Sqlite> portal) : OwnFileTests<Sqlite>(portal);

public sealed class MariaDbOwnFileTests(CaseFixture<MariaDb> portal) : OwnFileTests<MariaDb>(portal);

public abstract class OwnFileTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Own = "/internationalexchange/dossier";
    private const string Records = "/workbench/records";

    [Fact]
    public async Task A_student_reads_his_own_file_in_both_languages()
    {
        var student = await portal.RegisteredAsync();
        await portal.As("sie1").SaveAsync(student, ("account", "s1"));
        await portal.As("colA1").CommentAsync(student, "学习吃力，请关注");
        using var client = await portal.SignInAsync("s1");
        Assert.Contains("我的档案 My file", client.Page.TextOf("nav"), StringComparison.Ordinal);
        Assert.DoesNotContain("来华留学生", client.Page.TextOf("nav"), StringComparison.Ordinal);

        var page = await client.OpenAsync(Own);
        foreach (var text in new[] { "在读", "Enrolled", "Passport number", "接下来要做什么", "What comes next", "Apply at the Office of International Exchange", "2026-03-31", "居留许可 Residence permit", "越南 Viet Nam" })
            Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("学习吃力", page.Text, StringComparison.Ordinal);
        Assert.Equal(Own, (await client.OpenAsync($"{Records}/exchange.intl-student/{student}")).Url.AbsolutePath);
        foreach (var address in new[] { "/", "/workbench/dues", "/workbench/dues?all=true" })
            (await client.GetAsync(address)).Expect(200);
    }

    [Fact]
    public async Task Nothing_else_exists_for_a_student_from_abroad()
    {
        var (student, other) = (await portal.RegisteredAsync(), await portal.RegisteredAsync());
        await portal.As("sie1").SaveAsync(student, ("account", "s2"));
        using var client = await portal.SignInAsync("s2");
        string[] closed =
        [
            $"{Records}/exchange.intl-student/{other}", $"{Records}/exchange.intl-student/{student}/edit", $"{Records}/exchange.intl-student", $"{Records}/exchange.intl-student/new",
            $"{Records}/exchange.immigration-doc", $"{Records}/exchange.lodging", $"{Records}/exchange.certificate", $"{Records}/exchange.foreign-teacher", $"{Records}/exchange.incident",
            "/internationalexchange/students", "/internationalexchange/teachers",
        ];
        foreach (var address in closed)
            Assert.True((int)(await client.GetAsync(address)).Status == 404, address);
        var answer = await client.PostAsync($"{Records}/exchange.intl-student/{student}?handler=Comment", [KeyValuePair.Create("_comment", "x")]);
        Assert.True((int)answer.Status is 400 or 404);
    }

    [Fact]
    public async Task A_teacher_reads_his_own_file_without_the_opinions_on_him()
    {
        var teacher = await portal.PutAsync(
            "exchange.foreign-teacher",
            "外国语学院",
            "in-post",
            """{"name":"Thomas Miller","nationality":"GB","degree":"master","passportExpires":"2026-02-01","hrOpinion":"待遇偏高","lifeNotes":"夜归两次","assessmentScore":71,"contractTo":"2027-01-31"}""",
            title: "Thomas Miller");
        await portal.Database.ExecuteAsync("update toolkit_record set person_id = @person where id = @teacher", new { teacher, person = await portal.PersonIdAsync("t.miller") });
        using var client = await portal.SignInAsync("t.miller");
        var page = await client.OpenAsync(Own);
        foreach (var text in new[] { "在岗", "In post", "英国 United Kingdom", "硕士", "Master", "Contract until", "Renew your passport", "overdue, please act now" })
            Assert.Contains(text, page.Text, StringComparison.Ordinal);
        foreach (var text in new[] { "待遇偏高", "夜归两次", "71" })
            Assert.DoesNotContain(text, page.TextOf("main"), StringComparison.Ordinal);
        foreach (var address in new[] { $"{Records}/exchange.foreign-teacher", $"{Records}/exchange.teacher-evaluation", $"{Records}/exchange.teacher-plan", "/internationalexchange/teachers" })
            Assert.True((int)(await client.GetAsync(address)).Status == 404, address);
    }

    [Fact]
    public async Task Whoever_has_no_file_is_told_whom_to_ask_and_staff_have_no_such_page()
    {
        using var student = await portal.SignInAsync("s6");
        Assert.Contains("No file is kept for you", (await student.OpenAsync(Own)).Text, StringComparison.Ordinal);
        using var clerk = await portal.SignInAsync("colA1");
        (await clerk.GetAsync(Own)).Expect(403);
    }
}
