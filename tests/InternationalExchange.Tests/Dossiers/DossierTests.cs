using Portal.InternationalExchange.Tests.Students;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Dossiers;

public sealed class SqliteDossierTests(CaseFixture<Sqlite> portal) : DossierTests<Sqlite>(portal);

public sealed class MariaDbDossierTests(CaseFixture<MariaDb> portal) : DossierTests<MariaDb>(portal);

public abstract class DossierTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Students = "/internationalexchange/students";

    [Fact]
    public async Task The_dossier_says_which_unit_still_owes_what()
    {
        var student = await portal.RegisteredAsync();
        await portal.AttachAsync(student, "passportCopy", "护照.pdf");
        using var college = await portal.SignInAsync("colA1");
        var owed = (await college.OpenAsync(Record(student))).TextOf("#file-owed");
        foreach (var text in new[] { "国际教育学院", "经济证明", "住宿安排", "国际交流处", "居留许可", "学生工作部（处）", "辅导员", "第九条（五）4" })
            Assert.Contains(text, owed, StringComparison.Ordinal);
        Assert.DoesNotContain("护照复印件", owed, StringComparison.Ordinal);

        using var affairs = await portal.SignInAsync("stu1");
        Assert.Contains("材料完整度", (await affairs.OpenAsync(Record(student))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("P0000", affairs.Page.Text, StringComparison.Ordinal);
        using var other = await portal.SignInAsync("colB1");
        (await other.GetAsync(Record(student))).Expect(404);
    }

    [Fact]
    [Trait("Case", "exchange:29")]
    public async Task A_permit_that_runs_out_turns_amber_and_then_red_for_office_and_college()
    {
        var student = await portal.RegisteredAsync();
        var permit = await portal.ResidenceOfAsync(student);
        await portal.As("ieo1").MoveAsync(permit, "issue", ("number", "R1"), ("issuedOn", "2026-03-01"), ("expiresOn", "2026-08-31"));
        var no = await portal.NoAsync(student);
        try
        {
            foreach (var (day, colour) in new[] { (1, ".state-source-fault"), (2, ".state-failed") })
            {
                portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 8, day));
                foreach (var account in new[] { "ieo1", "colA1", "sie1", "stu1" })
                {
                    using var client = await portal.SignInAsync(account);
                    await client.OpenAsync($"{Students}?list=permit");
                    var row = client.Page.FindAll("#students tbody tr").Single(found => found.TextContent.Contains(no, StringComparison.Ordinal));
                    Assert.NotNull(row.QuerySelector(colour));
                    Assert.Contains("2026-08-01", row.TextContent, StringComparison.Ordinal);
                }
            }
        }
        finally
        {
            portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        }
    }

    [Fact]
    public async Task The_list_of_what_is_missing_is_cut_by_office_and_leaves_as_a_workbook()
    {
        var student = await portal.RegisteredAsync();
        var no = await portal.NoAsync(student);
        using var client = await portal.SignInAsync("sie1");
        Assert.Contains(no, (await client.OpenAsync($"{Students}?list=incomplete&owes=SIE")).TextOf("#students"), StringComparison.Ordinal);
        Assert.DoesNotContain(no, (await client.OpenAsync($"{Students}?owes=AAO")).Text, StringComparison.Ordinal);
        await client.OpenAsync($"{Students}?q={no}");
        var file = await client.SubmitAsync("#export");
        Assert.Contains("spreadsheetml", file.Response.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit where action = '导出留学生档案清单'"));
    }

    [Fact]
    public async Task An_incident_stands_in_the_dossier_for_those_who_may_read_it_only()
    {
        var student = await portal.RegisteredAsync();
        var incident = await portal.As("stu1").SubmitNewAsync(
            "exchange.incident", ("title", "留学生受伤送医"), ("unitHead", "stuh"), ("category", "student"), ("gravity", "normal"), ("occurredAt", "2026-03-02 08:30"),
            ("persons[0].name", "Student"), ("persons[0].role", "留学生"), ("students", await portal.NoAsync(student)), ("facts", "篮球场扭伤"));
        foreach (var (account, sees) in new[] { ("ieo1", true), ("stu1", true), ("colA1", false), ("aao1", false) })
        {
            using var client = await portal.SignInAsync(account);
            var page = await client.OpenAsync(Record(student));
            Assert.Equal(sees, page.Text.Contains(incident.No, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_pipeline_shows_stages_turns_and_free_places()
    {
        var plan = await portal.PutAsync(
            "exchange.teacher-plan", CaseFixture<TDialect>.College, "approved", """{"posts":[{"subject":"德语","category":"language","headcount":2,"from":"2026-09-01","to":"2027-08-31"}]}""", title: "德语外教");
        var draft = await portal.As("colA1").CreateAsync(
            "exchange.foreign-teacher", ("name", "Jana Novak"), ("nationality", "DE"), ("passportNo", "C9000001"), ("passportExpires", "2031-01-01"), ("degree", "master"),
            ("experienceYears", "5"), ("plan", await portal.NoAsync(plan)), ("postNo", "1"));
        await portal.FilesAsync(draft.Id, "noCrime", "health");
        await portal.As("colA1").SubmitAsync(draft.Id);
        foreach (var account in new[] { "colA1", "sch1" })
        {
            using var client = await portal.SignInAsync(account);
            var page = await client.OpenAsync("/internationalexchange/teachers?stage=qualification");
            Assert.Contains("二级学院：登记资格审查", page.TextOf("#teachers"), StringComparison.Ordinal);
            Assert.Contains("还可报 2 人", page.TextOf("#headcount"), StringComparison.Ordinal);
        }

        using var college = await portal.SignInAsync("colA1");
        Assert.Contains("现在轮到：二级学院：登记资格审查", (await college.OpenAsync($"/workbench/records/exchange.foreign-teacher/{draft.Id}")).Text, StringComparison.Ordinal);
        using var other = await portal.SignInAsync("colB1");
        Assert.DoesNotContain("Jana Novak", (await other.OpenAsync("/internationalexchange/teachers")).Text, StringComparison.Ordinal);
    }

    private static string Record(long student) => $"/workbench/records/exchange.intl-student/{student}";
}
