using System.Net;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Applications;

public sealed class SqliteLookUpTests(TransferFixture<Sqlite> portal) : LookUpTests<Sqlite>(portal);

public sealed class MariaDbLookUpTests(TransferFixture<MariaDb> portal) : LookUpTests<MariaDb>(portal);

public abstract class LookUpTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Number = "G449901201503120132";

    [Fact]
    [Trait("Case", "transfer:1")]
    public async Task A_match_shows_masked_identity_number_province_and_grade_but_no_school()
    {
        using var client = await portal.SignInAsync("sa");
        var page = await client.SearchAsync("张示例", Number);
        page.Expect(HttpStatusCode.OK);
        Assert.Equal(["张示例", Number, "4499************32", "广东省", "小学五年级", "正常在校"], page.TextsOf(".facts dd"));
        Assert.DoesNotContain("示例市实验学校", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("449901201503120132", page.Html.Replace(Number, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(Number, page.Url.ToString(), StringComparison.Ordinal);
        Assert.Equal("P5", page.Find("[name='Form.InGrade'] option[selected]").GetAttribute("value"));
    }

    [Fact]
    [Trait("Case", "transfer:2")]
    public async Task A_wrong_name_and_a_wrong_number_are_answered_in_the_same_words_and_audited()
    {
        using var client = await portal.SignInAsync("sa");
        var wrongName = await client.SearchAsync("张示列", Number);
        var wrongNumber = await client.SearchAsync("张示例", "G519901201108170066");
        Assert.Equal(wrongName.Status, wrongNumber.Status);
        Assert.Equal(wrongName.TextOf("[data-code]"), wrongNumber.TextOf("[data-code]"));
        Assert.Contains("未查询到匹配学生", wrongName.Text, StringComparison.Ordinal);
        Assert.Null(wrongName.TryFind(".facts"));
        var rows = await portal.Database.QueryAsync<string>("select after_json from portal_audit where action = '查询学生' order by id desc limit 2");
        Assert.All(rows, row => Assert.Contains("未查到", row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains("************", row, StringComparison.Ordinal));
        Assert.Empty((await portal.Database.QueryAsync<string>("select after_json from portal_audit where after_json is not null")).Where(row => row.Contains("201503120132", StringComparison.Ordinal)));
    }

    [Theory]
    [Trait("Case", "transfer:3")]
    [InlineData("g449901201503120132")]
    [InlineData("  Ｇ４４９９０１２０１５０３１２０１３２　")]
    public async Task What_was_typed_is_normalised(string number)
    {
        using var client = await portal.SignInAsync("sa");
        Assert.Equal("4499************32", (await client.SearchAsync(" 张示例 ", number)).TextsOf(".facts dd")[2]);
    }

    [Theory]
    [Trait("Case", "transfer:3")]
    [InlineData("G44990120150312 0132")]
    [InlineData("G44990120150312013")]
    [InlineData("K449901201503120132")]
    public async Task A_malformed_number_is_a_field_error_and_keeps_what_was_typed(string number)
    {
        using var client = await portal.SignInAsync("sa");
        var page = await client.SearchAsync("张示例", number);
        page.Expect(422);
        Assert.Contains("须以G/L/J开头且长度为19位", page.TextOf(".invalid-feedback:not(:empty)"), StringComparison.Ordinal);
        Assert.Equal(number, page.Find("#Number").GetAttribute("value"));
    }

    [Theory]
    [Trait("Case", "transfer:30")]
    [InlineData("买买提·示例", "J449901201608200040")]
    [InlineData("买买提•示例", "J449901201608200040")]
    [InlineData("王示例", "L449901201608200421")]
    [InlineData("吴示例", "G519901201309080315")]
    public async Task L_and_J_numbers_and_re_issued_cards_are_found_like_any_other(string name, string number)
    {
        using var client = await portal.SignInAsync(number[0] == 'G' ? "sb" : "sa");
        var page = await client.SearchAsync(name, number);
        Assert.NotNull(page.TryFind(ApplyingClient.SaveForm));
    }

    [Fact]
    [Trait("Case", "transfer:30")]
    public async Task A_student_is_found_by_every_number_he_ever_had()
    {
        var id = await portal.StudentIdAsync("G519901201309080315");
        await portal.Database.ExecuteAsync("insert into registrytransfer_student_number (number, student_id) values ('L519901201309080315', @id)", new { id });
        using var client = await portal.SignInAsync("sb");
        Assert.Equal("G519901201309080315", (await client.SearchAsync("吴示例", "L519901201309080315")).TextsOf(".facts dd")[1]);
    }

    [Fact]
    public async Task Thirty_misses_in_an_hour_stop_the_person_and_raise_an_alert()
    {
        using var client = await portal.SignInAsync("se");
        await client.OpenAsync("/registrytransfer/apply/transfer");
        for (var miss = 0; miss < 30; miss++)
            (await client.SubmitAsync(ApplyingClient.SearchForm, new { Name = "查无此人", Number })).Expect(HttpStatusCode.OK);
        var blocked = await client.SubmitAsync(ApplyingClient.SearchForm, new { Name = "孙示例", Number = "G519901201108170066" });
        blocked.Expect(429);
        Assert.Null(blocked.TryFind(".facts"));
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit a join organisation_person p on p.id = a.person_id where a.action = '查询学生被限制' and p.account = 'se'"));
        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.NotNull((await client.SubmitAsync(ApplyingClient.SearchForm, new { Name = "孙示例", Number = "G519901201108170066" })).TryFind(".facts"));
    }

    [Fact]
    public async Task Misses_sent_side_by_side_count_one_by_one()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(async () =>
        {
            using var client = await portal.SignInAsync("sd");
            await client.OpenAsync("/registrytransfer/apply/transfer");
            var statuses = new List<int>();
            for (var query = 0; query < 8; query++)
                statuses.Add((int)(await client.SubmitAsync(ApplyingClient.SearchForm, new { Name = "查无此人", Number })).Status);
            return statuses;
        })));
        Assert.Equal((30, 10), (answers.SelectMany(list => list).Count(status => status == 200), answers.SelectMany(list => list).Count(status => status == 429)));
    }

    [Theory]
    [InlineData("u4499")]
    [InlineData("sa-lead")]
    [InlineData("moe")]
    public async Task Nobody_but_a_schools_registrar_looks_students_up(string account)
    {
        using var client = await portal.SignInAsync(account);
        (await client.GetAsync("/registrytransfer/apply/transfer")).Expect(HttpStatusCode.Forbidden);
        using var registrar = await portal.SignInAsync("sa");
        (await registrar.GetAsync("/registrytransfer/apply/anything")).Expect(HttpStatusCode.NotFound);
    }
}
