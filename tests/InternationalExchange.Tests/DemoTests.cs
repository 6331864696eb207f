using Portal.Testing;

namespace Portal.InternationalExchange.Tests;

public sealed class SqliteDemoTests(DemoFixture<Sqlite> portal) : DemoTests<Sqlite>(portal);

public sealed class MariaDbDemoTests(DemoFixture<MariaDb> portal) : DemoTests<MariaDb>(portal);

public sealed class DemoFixture<TDialect> : ExchangeFixture<TDialect>
    where TDialect : ITestDialect
{
    protected override void Configure(PortalFactory factory)
    {
        base.Configure(factory);
        factory.Settings["Portal:DemoStudents"] = "1";
    }
}

/// <summary>What somebody finds who starts the portal on an empty database in Development.</summary>
public abstract class DemoTests<TDialect>(DemoFixture<TDialect> portal) : IClassFixture<DemoFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Theory]
    [InlineData("ieo1", "赴泰国清迈示例大学商谈联合培养")]
    [InlineData("org1", "赴日本大阪示例大学参加语言教学研讨")]
    [InlineData("hr1", "泰语外籍教师招聘计划")]
    [InlineData("colBh", "关于接待越南示例师范大学代表团的请示")]
    [InlineData("sch1", "关于加入区域职业教育联盟的请示")]
    public async Task Each_reviewer_of_the_demo_finds_something_to_decide(string account, string title)
    {
        using var client = await portal.SignInAsync(account);
        Assert.Contains(title, (await client.OpenAsync("/")).TextOf("#home-todos"), StringComparison.Ordinal);
        await client.FollowAsync($"#home-todos a[href*='records/']");
        Assert.NotNull(client.Page.TryFind("#decide"));
    }

    [Fact]
    public async Task A_plan_that_was_sent_back_waits_for_its_college()
    {
        using var college = await portal.SignInAsync("colA1");
        Assert.Contains("工程学院年度外事工作计划", (await college.OpenAsync("/")).TextOf("#home-notices"), StringComparison.Ordinal);
        var page = await college.OpenAsync("/workbench/records/exchange.work-plan?state=returned");
        Assert.Contains("工程学院年度外事工作计划", page.TextOf("table"), StringComparison.Ordinal);
    }
}
