using Portal.RegistryTransfer.Model;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Applications;

public sealed class SqliteSaveWindowTests(TransferFixture<Sqlite> portal) : SaveWindowTests<Sqlite>(portal);

public sealed class MariaDbSaveWindowTests(TransferFixture<MariaDb> portal) : SaveWindowTests<MariaDb>(portal);

/// <summary>Saves on other days than the fixture's, and of graduates.</summary>
public abstract class SaveWindowTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Zhang = "G449901201503120132";
    private const string Li = "G449901201106050249";

    public Task InitializeAsync() => portal.EndApplicationsAsync();

    public async Task DisposeAsync()
    {
        await portal.Database.ExecuteAsync("update registrytransfer_enrolment set status = 0 where status = @Graduated", new { EnrolmentStatus.Graduated });
        portal.Clock.Set(new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8)));
    }

    [Theory]
    [Trait("Case", "transfer:26")]
    [InlineData("张示例", Zhang, "2026-07-15")]
    [InlineData("赵示例", "G449901201409200179", "2026-07-01")]
    public async Task In_the_freeze_nothing_is_started_also_not_from_a_form_of_the_evening_before(string name, string number, string day)
    {
        await portal.Database.ExecuteAsync("update registrytransfer_student set problem = 0 where number = @number", new { number });
        portal.Clock.Set(Morning(day).AddHours(-9.5));
        using var client = await portal.SignInAsync("sc");
        await client.SearchAsync(name, number);
        portal.Clock.Set(Morning(day).AddHours(-8.5));
        (await client.SaveAsync()).Expect(423);
        Assert.Equal("WINDOW_CLOSED", client.Page.Find("[data-code]").GetAttribute("data-code"));
        Assert.Contains("暂停办理", client.Page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from registrytransfer_application where open_student_id is not null"));
    }

    [Fact]
    [Trait("Case", "transfer:26")]
    public async Task In_the_freeze_the_search_tells_when_it_ends()
    {
        portal.Clock.Set(Morning("2026-07-20"));
        using var client = await portal.SignInAsync("sa");
        var page = await client.SearchAsync("张示例", Zhang);
        Assert.Contains("7月15日至8月14日暂停办理", page.Text, StringComparison.Ordinal);
        Assert.Null(page.TryFind(ApplyingClient.SaveForm));
    }

    [Fact]
    [Trait("Case", "transfer:24")]
    public async Task A_graduate_of_junior_high_is_taken_into_the_first_grade_of_senior_high()
    {
        await GraduateAsync(Li);
        portal.Clock.Set(Morning("2026-08-20"));
        using var client = await portal.SignInAsync("sd");
        var page = await client.SearchAsync("李示例", Li, "post-graduation");
        Assert.Equal(["S1"], page.FindAll("[name='Form.InGrade'] option").Select(option => option.GetAttribute("value")));
        await client.SaveAsync();
        Assert.Equal("招生学校核办", await portal.Database.ScalarAsync<string>("select step_label from registrytransfer_application where kind = 1 and open_student_id is not null"));
        Assert.Equal(
            "in-school,in-bureau,out-bureau",
            await portal.Database.ScalarAsync<string>("select step_keys from toolkit_review where route_key = 'registrytransfer.post-graduation' order by id desc limit 1"));

        // The graduating school has no vote, but is told.
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_notice where unit_id = @id", new { id = await portal.SchoolIdAsync("2144990001") }));
    }

    [Fact]
    [Trait("Case", "transfer:25")]
    public async Task Another_grade_than_the_first_is_refused_after_graduation()
    {
        await GraduateAsync(Li);
        portal.Clock.Set(Morning("2026-08-20"));
        using var client = await portal.SignInAsync("sd");
        await client.SearchAsync("李示例", Li, "post-graduation");
        (await client.SaveAsync(new() { ["Form.InGrade"] = "S2" })).Expect(422);
        Assert.Contains("高中一年级", client.Page.TextOf(".invalid-feedback:not(:empty)"), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "transfer:25")]
    [InlineData("sc", "赵示例", "G449901201409200179", "2026-08-20", "仅限初中毕业")]
    [InlineData("sc", "孙示例", "G519901201108170066", "2026-08-20", "同省")]
    [InlineData("sd", "李示例", Li, "2026-07-20", "8月15日至12月14日")]
    [InlineData("sd", "李示例", Li, "2026-12-15", "8月15日至12月14日")]
    public async Task What_the_second_flow_does_not_take_is_told_at_once(string account, string name, string number, string day, string text)
    {
        await GraduateAsync(number);
        portal.Clock.Set(Morning(day));
        using var client = await portal.SignInAsync(account);
        var page = await client.SearchAsync(name, number, "post-graduation");
        Assert.Contains(text, string.Join(' ', page.TextsOf(".alert-warning")), StringComparison.Ordinal);
        Assert.Null(page.TryFind(ApplyingClient.SaveForm));
    }

    private Task<int> GraduateAsync(string number) => portal.Database.ExecuteAsync(
        "update registrytransfer_enrolment set status = @Graduated where student_id = (select id from registrytransfer_student where number = @number)",
        new { EnrolmentStatus.Graduated, number });

    private static DateTimeOffset Morning(string day) => new(DateTime.Parse($"{day} 09:00", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
