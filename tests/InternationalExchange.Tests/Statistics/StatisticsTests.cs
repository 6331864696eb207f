using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.InternationalExchange.Pages.Statistics;
using Portal.InternationalExchange.Tests.Agreements;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Statistics;

public sealed class SqliteStatisticsTests(StatisticsFixture<Sqlite> fixture) : StatisticsTests<Sqlite>(fixture);

public sealed class MariaDbStatisticsTests(StatisticsFixture<MariaDb> fixture) : StatisticsTests<MariaDb>(fixture);

/// <summary>Figures against data made by hand.</summary>
public abstract class StatisticsTests<TDialect>(StatisticsFixture<TDialect> fixture) : IClassFixture<StatisticsFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task Persons_and_person_days_count_trips_that_departed_in_the_year()
    {
        var trips = (await ReadAsync("ieo1")).Trips;
        Assert.Equal(new TripCount("2026", 3, 5, 39), trips.Total);
        Assert.Equal([new("美国", 2, 4, 18), new("加拿大", 1, 3, 15), new("德国", 1, 1, 21)], trips.Countries.OrderByDescending(country => country.Persons));
        Assert.Equal([new("工程学院", 2, 4, 36), new("外国语学院", 1, 1, 3)], trips.Units);
        Assert.Equal([("2022", 0), ("2023", 0), ("2024", 0), ("2025", 2), ("2026", 5)], trips.Years.Select(year => (year.Name, year.Persons)));
        Assert.Equal(20, trips.Years[3].PersonDays);
    }

    [Fact]
    public async Task Another_unit_sees_itself_and_below()
    {
        var figures = await ReadAsync("colA1");
        Assert.Equal(("工程学院", false), (figures.Scope.Name, figures.Scope.IsWhole));
        Assert.Equal([new("工程学院", 2, 4, 36)], figures.Trips.Units);
        Assert.Equal(["工程学院"], figures.Dues.Select(rate => rate.UnitName).Distinct());
        Assert.Equal([("德国", 1)], figures.Agreements.Select(country => (country.Name, country.Agreements)));
        Assert.Equal((1, 1), (figures.Students.Years[^1].Out, figures.Students.Years[^1].In));
        Assert.Equal(["工程学院"], figures.Plans.Select(plan => plan.UnitName));
        Assert.Equal(2, (await ReadAsync("sie1")).Students.Years[^1].In);
    }

    [Fact]
    public async Task Agreements_in_force_are_counted_by_country_whatever_the_year()
    {
        var agreements = (await ReadAsync("sch1", 2024)).Agreements;
        Assert.Equal([new("DE", "德国", 2, 1, 1), new("FR", "法国", 1, 1, 1)], agreements);
    }

    [Fact]
    public async Task Students_out_and_in_are_balanced_by_year_and_country()
    {
        var students = (await ReadAsync("ieo1")).Students;
        Assert.Equal([(2025, 1, 0), (2026, 2, 2)], students.Years.TakeLast(2).Select(year => (year.Year, year.Out, year.In)));
        Assert.Equal([new("德国", 1, 1), new("越南", 0, 1), new("未登记", 1, 0)], students.Countries.OrderByDescending(country => country.Out + country.In).ThenBy(country => country.Out));
    }

    [Fact]
    public async Task Overdue_rates_are_what_fell_due_this_year_and_was_done_late_or_is_not_done()
    {
        var dues = (await ReadAsync("ieo1")).Dues;
        Assert.Equal([new DueRate("工程学院", "因公出国：出访总结", 3, 2, 1), new DueRate("外国语学院", "因公出国：出访总结", 1, 0, 0)], dues);
        Assert.Equal(66.6m, dues[0].Percent);
        Assert.Empty((await ReadAsync("ieo1", 2024)).Dues);
    }

    [Fact]
    public async Task Plans_stand_against_summaries_and_units_that_owe_them_are_listed()
    {
        var plans = (await ReadAsync("ieo1")).Plans;
        var college = Assert.Single(plans, plan => plan.UnitName == "工程学院");
        Assert.Equal(("已批准", 3, "审核中", 2, 1), (college.Plan!.Label, college.Planned, college.Summary!.Label, college.Reported, college.Unreported));
        var other = Assert.Single(plans, plan => plan.UnitName == "外国语学院");
        Assert.Equal((null, 0, null), (other.Plan, other.Planned, other.Summary));
    }

    [Fact]
    public async Task The_page_answers_questions_and_exports_the_same_figures()
    {
        using var ieo = await fixture.Portal.SignInAsync("ieo1");
        var page = await ieo.OpenAsync("/internationalexchange/statistics");
        foreach (var answer in new[] { "统计范围：全校", "2026 年出访 3 个团组，5 人次，39 人天。", "去美国的最多，4 人次", "2026 年派出 2 人，接收 2 人，平衡。", "工程学院最高，3 项到期，2 项逾期（1 项未办），逾期率 66.6%。" })
            Assert.Contains(answer, page.Text, StringComparison.Ordinal);
        var sheets = WorkbookText.Sheets((await ieo.SubmitAsync("#export")).Content);
        Assert.Equal(["出访国别", "出访单位", "历年出访", "有效协议国别", "历年学生", "学生国别", "逾期", "计划与总结"], sheets.Keys);
        Assert.Equal(["工程学院", "2", "4", "36"], sheets["出访单位"][1]);
        Assert.Equal(["2026", "2", "2", "0"], sheets["历年学生"][^1]);
        Assert.Equal(1, await fixture.Portal.Database.ScalarAsync<long>("select count(*) from portal_audit where action = '导出国际交流统计'"));
        Assert.Contains("2024 年还没有出访。", (await ieo.OpenAsync("/internationalexchange/statistics?year=2024")).Text, StringComparison.Ordinal);
        await ieo.OpenAsync("/internationalexchange/statistics?year=999999");
    }

    [Theory]
    [InlineData("2021020001")]
    [InlineData("t.miller")]
    [InlineData("lib1")]
    public async Task Students_teachers_and_strangers_to_the_module_see_no_figures(string account)
    {
        using var visitor = await fixture.Portal.SignInAsync(account);
        (await visitor.GetAsync("/internationalexchange/statistics")).Expect(HttpStatusCode.Forbidden);
    }

    private Task<ExchangeStatistics> ReadAsync(string account, int year = 2026) => fixture.Portal.As(account).RunAsync(async services =>
        (await services.GetRequiredService<StatisticsQueries>().ReadAsync(year, CancellationToken.None))!);
}
