using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Units;

namespace Portal.InternationalExchange.Tests.Settings;

/// <summary>期限与规则 is kept up by 国际交流处 alone (Art. 13).</summary>
public abstract class SettingsPageTests<TDialect>(ExchangeFixture<TDialect> portal) : IClassFixture<ExchangeFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Address = "/workbench/records/settings/internationalexchange";
    private const string ReportDays = "form:has(input[name=key][value='event.reportDays'])";

    [Fact]
    public async Task Only_the_home_office_opens_and_changes_settings()
    {
        foreach (var account in new[] { "colA1", "sch1", "aao1", "2021020001" })
        {
            var stranger = await portal.SignInAsync(account);
            Assert.Equal(404, (int)(await stranger.GetAsync(Address)).Status);
        }

        var (office, colleague) = (await portal.SignInAsync("ieo1"), await portal.SignInAsync("ieo1"));
        await colleague.OpenAsync(Address);
        await office.OpenAsync(Address);
        (await office.SubmitAsync(ReportDays, new { value = "45" })).Expect(200);
        Assert.Equal("45", await ValueAsync());
        (await colleague.SubmitAsync(ReportDays, new { value = "30" })).Expect(409);
        (await office.SubmitAsync(ReportDays, new { value = "many" })).Expect(422);
        Assert.Equal("45", await ValueAsync());
    }

    [Fact]
    public async Task Two_leaders_in_charge_are_told()
    {
        var office = await portal.SignInAsync("ieo1");
        Assert.DoesNotContain("应当恰好由一人担任", (await office.GetAsync(Address)).Text, StringComparison.Ordinal);
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var university = await portal.UnitIdAsync("示范大学");
            await scope.ServiceProvider.GetRequiredService<IDemoOrganisation>().PeopleAsync([new("sch2", "副校长", Permissions.SchoolRole, university)], CancellationToken.None);
        }

        Assert.Contains("应当恰好由一人担任，现在 2 人", (await office.GetAsync(Address)).Text, StringComparison.Ordinal);
        await portal.Database.ExecuteAsync("delete from organisation_post where person_id = (select id from organisation_person where account = 'sch2')");
    }

    [Fact]
    public async Task An_office_is_a_unit_of_the_own_school_and_stays_while_it_is_one()
    {
        using var office = await portal.SignInAsync("ieo1");
        var page = await office.OpenAsync(Address);
        const string Finance = "form:has(input[name=key][value='FIN'])";
        Assert.DoesNotContain("北京市教育委员会", page.TextOf($"{Finance} select"), StringComparison.Ordinal);
        var token = page.Find($"{Finance} input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var version = page.Find($"{Finance} input[name=version]").GetAttribute("value")!;
        (await office.PostAsync($"{Address}?handler=office", new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["key"] = "FIN", ["version"] = version, ["unitId"] = $"{await portal.UnitIdAsync("北京市教育委员会")}",
        })).Expect(422);
        Assert.Contains("别的机构不能办理本校的环节", office.Page.Text, StringComparison.Ordinal);

        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IDemoOrganisation>().UnitAsync("结算中心", "部门", await portal.UnitIdAsync("示范大学"), CancellationToken.None);
        }

        var unit = await portal.UnitIdAsync("结算中心");
        await office.OpenAsync(Address);
        (await office.SubmitAsync(Finance, new { unitId = $"{unit}" })).Expect(200);
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/organisation/units/delete?id={unit}");
        await admin.SubmitAsync("form:has(input[name=Version])");
        Assert.Contains("它是国际交流与合作的职能部门“财务部门”", admin.Page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from organisation_unit where id = @unit", new { unit }));
    }

    private Task<string> ValueAsync() => portal.Database.ScalarAsync<string>("select value from toolkit_record_setting where setting_key = 'event.reportDays'");
}

public sealed class SqliteSettingsPageTests(ExchangeFixture<Sqlite> portal) : SettingsPageTests<Sqlite>(portal);

public sealed class MariaDbSettingsPageTests(ExchangeFixture<MariaDb> portal) : SettingsPageTests<MariaDb>(portal);
