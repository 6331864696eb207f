using Portal.Testing;

namespace Workbench.Tests;

/// <summary>首页: what waits for the post, and the ways to everything it may open.</summary>
public abstract class HomeTests<TDialect>(WorkbenchFixture<TDialect> portal) : IClassFixture<WorkbenchFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task The_first_to_dos_and_unread_messages_stand_on_the_start_page_of_whom_they_wait_for()
    {
        for (var number = 1; number <= 8; number++)
            await portal.AddTodoAsync($"首页待办{number}", new DateTime(2026, 3, 9 + number, 16, 0, 0));
        await portal.SendAsync("首页消息");
        using var reviewer = await portal.SignInAsync(WorkbenchFixture<TDialect>.Reviewer);
        var page = await reviewer.OpenAsync("/");
        var todos = page.FindAll("#home-todos li a").Select(link => link.TextContent).ToArray();
        Assert.Equal(["首页待办1", "首页待办2", "首页待办3", "首页待办4", "首页待办5", "首页待办6"], todos);
        Assert.Contains("8", page.TextOf(".counters"), StringComparison.Ordinal);
        Assert.Contains("首页消息", page.TextOf("#home-notices"), StringComparison.Ordinal);
        Assert.Equal("/workbench/todos", page.Find("#home-todos .card-header a").GetAttribute("href"));

        using var other = await portal.SignInAsync("sb-lead");
        page = await other.OpenAsync("/");
        Assert.Contains("没有等您办理的事项", page.TextOf("#home-todos"), StringComparison.Ordinal);
        Assert.Null(page.TryFind("#home-notices"));
        Assert.DoesNotContain("首页", page.TextOf("#home-todos"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reviews_nothing_finds_his_pages_and_what_his_module_counts()
    {
        using var library = await portal.SignInAsync("lib1");
        var page = await library.OpenAsync("/");
        Assert.Null(page.TryFind("#home-todos"));
        Assert.NotNull(page.TryFind(".home-entry[href='/graduationclearance/desk']"));
        var counter = page.Find(".counters a");
        Assert.Contains("未办理", counter.TextContent, StringComparison.Ordinal);
        var list = await library.OpenAsync(counter.GetAttribute("href")!);
        Assert.Equal(counter.QuerySelector(".counter-value")!.TextContent, $"{list.TextOf(".counter a[aria-current] .counter-value")}人");
    }

    [Fact]
    public async Task Entries_below_a_folder_of_the_menu_stand_in_its_card()
    {
        using var office = await portal.SignInAsync("ieo1");
        var page = await office.OpenAsync("/");
        var folder = page.FindAll(".home-folders section").Single(section => section.QuerySelector("h3")!.TextContent == "合作与协议");
        Assert.Contains("协议台账", folder.QuerySelectorAll("a").Select(link => link.TextContent));
        Assert.DoesNotContain(page.FindAll(".home-group h2"), heading => heading.TextContent == "工作台");
    }
}

public sealed class SqliteHomeTests(WorkbenchFixture<Sqlite> portal) : HomeTests<Sqlite>(portal);

public sealed class MariaDbHomeTests(WorkbenchFixture<MariaDb> portal) : HomeTests<MariaDb>(portal);
