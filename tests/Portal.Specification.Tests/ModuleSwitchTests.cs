using Portal.Testing;

namespace Portal.Specification.Tests;

/// <summary>A department administrator switches a module off for his unit: it is gone there at once, and nowhere else.</summary>
public abstract class ModuleSwitchTests<TDialect>(SwitchFixture<TDialect> portal) : IClassFixture<SwitchFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Desk = "/graduationclearance/desk";
    private const string Form = "section[aria-label='离校系统'] form";

    [Fact]
    public async Task Switching_off_hides_the_module_from_the_unit_and_keeps_its_data()
    {
        using var op1 = await portal.SignInAsync("op1");
        using var library = await portal.SignInAsync("lib1");
        using var administrator = await portal.SignInAsync("ma-admin");
        await op1.OpenAsync(Desk);

        await administrator.OpenAsync("/organisation/switches");
        await administrator.SubmitAsync(Form, new { state = "off" });
        (await op1.GetAsync(Desk)).Expect(404);
        Assert.DoesNotContain("现场办理", (await op1.OpenAsync("/")).Text);
        await library.OpenAsync(Desk);

        await administrator.OpenAsync("/organisation/switches");
        await administrator.SubmitAsync(Form, new { state = "" });
        Assert.Contains("99", (await op1.OpenAsync(Desk)).TextOf("#step-counters"));
    }

    [Fact]
    public async Task A_deep_link_survives_the_sign_in()
    {
        using var op1 = portal.Browse();
        var page = await op1.SignInAsync("op1", url: $"{Desk}?q=2020010101");
        Assert.Equal("/graduationclearance/desk?q=2020010101", page.Url.PathAndQuery);
    }
}

/// <summary>The demo without the students that fill the scheme up.</summary>
public sealed class SwitchFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    protected override void Configure(PortalFactory factory) => factory.Settings["Portal:DemoStudents"] = "0";
}

public sealed class ModuleSwitchOnSqlite(SwitchFixture<Sqlite> portal) : ModuleSwitchTests<Sqlite>(portal);

public sealed class ModuleSwitchOnMariaDb(SwitchFixture<MariaDb> portal) : ModuleSwitchTests<MariaDb>(portal);
