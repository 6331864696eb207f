using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Trips;

public sealed class SqliteTripPageTests(CaseFixture<Sqlite> portal) : TripPageTests<Sqlite>(portal);

public sealed class MariaDbTripPageTests(CaseFixture<MariaDb> portal) : TripPageTests<MariaDb>(portal);

/// <summary>What the page of a trip says about papers and locks, and to whom.</summary>
public abstract class TripPageTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private static readonly string[] _clerks = ["colA1", "log1"];

    public async Task InitializeAsync()
    {
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 3, 2));
        await portal.Database.ExecuteAsync("update toolkit_record_due set is_open = 0");
        await portal.StaffAsync(("wang", "王芳"), ("zhao", "赵刚"), ("qian", "钱进"), ("sun", "孙敏"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_page_names_who_lacks_what_before_the_next_step()
    {
        await portal.VetAsync("qian", "2026-05-15");
        var passport = await portal.InCustodyAsync("qian");
        var trip = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["qian", "sun"]);
        await portal.As("colA1").SubmitAsync(trip);
        var page = await (await portal.SignInAsync("colA1")).OpenAsync(Of(trip));
        var members = page.Document.QuerySelectorAll("#trip-members tbody tr").Select(row => row.TextContent).ToArray();
        Assert.Contains("有效期不足", members[0], StringComparison.Ordinal);
        Assert.Contains("在库", members[0], StringComparison.Ordinal);
        Assert.Contains("没有政审", members[1], StringComparison.Ordinal);
        Assert.Contains("没有登记", members[1], StringComparison.Ordinal);
        Assert.NotNull(page.TryFind($"#trip-members a[href$='/{passport}']"));
        Assert.Contains("待办", page.Find("#trip-tasks li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_a_trip_does_not_need_is_told_apart_from_those_to_come()
    {
        var trip = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["qian"]);
        await portal.As("colA1").SubmitAsync(trip);
        var steps = (await (await portal.SignInAsync("colA1")).OpenAsync(Of(trip))).TextsOf(".steps-line > li");
        Assert.Contains("无需办理", steps.Single(step => step.Contains("人事处选拔推荐", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("未到", steps.Single(step => step.Contains("组织部政审", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviews_and_documents_are_shown_to_those_who_may_know_them()
    {
        await portal.VetAsync("wang", "2026-12-31");
        await portal.InCustodyAsync("wang");
        foreach (var clerk in _clerks)
        {
            var trip = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["wang"], clerk, "colAh");
            var row = (await (await portal.SignInAsync(clerk)).OpenAsync(Of(trip))).Find("#trip-members tbody tr").TextContent;
            Assert.Equal(clerk == "colA1", row.Contains("同意", StringComparison.Ordinal));
            Assert.Equal(clerk == "colA1", row.Contains("在库", StringComparison.Ordinal));
            Assert.Equal(clerk != "colA1", row.Contains("由组织部办理", StringComparison.Ordinal) && row.Contains("由国际交流处保管", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_sheet_is_a_filing_before_the_approval_and_an_order_after_it()
    {
        var draft = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["wang"]);
        var college = await portal.SignInAsync("colA1");
        Assert.Contains("报备表", (await college.OpenAsync($"/internationalexchange/trips/{draft}/print")).Find("h1").TextContent, StringComparison.Ordinal);
        var approved = await portal.ApprovedTripAsync("2026-07-10", "2026-07-16", ["zhao"]);
        var sheet = await college.OpenAsync($"/internationalexchange/trips/{approved}/print");
        Assert.Contains("任务书", sheet.Find("h1").TextContent, StringComparison.Ordinal);
        foreach (var text in new[] { "赵刚", "7 天", "学校审批", "顾远航" })
            Assert.Contains(text, sheet.Find(".sheet").TextContent, StringComparison.Ordinal);
    }

    private static string Of(long trip) => $"/workbench/records/{TripCases.Trip}/{trip}";
}
