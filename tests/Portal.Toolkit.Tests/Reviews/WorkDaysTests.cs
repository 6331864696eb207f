using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Calendar;

namespace Portal.Toolkit.Tests.Reviews;

public abstract class WorkDaysTests<TDialect>(ReviewFixture<TDialect> portal) : IClassFixture<ReviewFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Theory]
    [Trait("Case", "transfer:39")]
    [InlineData("2026-03-10T01:00:00", 10, "2026-03-24")]
    [InlineData("2026-03-10T15:59:59", 10, "2026-03-24")]
    [InlineData("2026-03-10T16:00:00", 10, "2026-03-25")]
    [InlineData("2026-03-14T04:00:00", 1, "2026-03-16")]
    [InlineData("2026-02-13T02:00:00", 1, "2026-02-14")]
    [InlineData("2026-02-13T02:00:00", 2, "2026-02-24")]
    [InlineData("2026-02-26T02:00:00", 3, "2026-03-02")]
    [InlineData("2026-09-18T02:00:00", 1, "2026-09-20")]
    [InlineData("2026-09-30T02:00:00", 3, "2026-10-10")]
    [InlineData("2025-01-24T02:00:00", 2, "2025-01-27")]
    [InlineData("2025-09-26T02:00:00", 4, "2025-10-09")]
    [InlineData("2025-12-31T02:00:00", 1, "2026-01-04")]
    public async Task Due_is_the_end_of_the_nth_working_day_after_entry_in_Shanghai(string enteredUtc, int workingDays, string lastDay)
    {
        var days = await portal.Services.GetRequiredService<IWorkCalendar>().GetAsync(CancellationToken.None);
        var entered = DateTime.SpecifyKind(DateTime.Parse(enteredUtc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
        var last = DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture);
        var due = days.DueAt(entered, workingDays);
        Assert.Equal(last.ToDateTime(new TimeOnly(16, 0)), due);
        Assert.Equal(last, days.LastDay(due));
        Assert.False(WorkDays.IsOverdue(due, due.AddTicks(-1)));
        Assert.True(WorkDays.IsOverdue(due, due));
        Assert.Equal(workingDays, days.RemainingWorkingDays(due, entered));
        Assert.Equal(0, days.RemainingWorkingDays(due, due.AddTicks(-1)));
    }

    [Theory]
    [InlineData("2026-09-30", "2026-10-10", 4)]
    [InlineData("2026-10-01", "2026-10-07", 0)]
    [InlineData("2026-03-09", "2026-03-09", 1)]
    [InlineData("2026-03-13", "2026-03-09", 0)]
    public async Task Days_between_are_counted_with_both_ends(string first, string last, int count)
    {
        var days = await portal.Services.GetRequiredService<IWorkCalendar>().GetAsync(CancellationToken.None);
        Assert.Equal(count, days.Between(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_changed_calendar_counts_at_once()
    {
        var calendar = portal.Services.GetRequiredService<IWorkCalendar>();
        var day = new DateOnly(2031, 6, 11);
        Assert.True((await calendar.GetAsync(CancellationToken.None)).IsWorkingDay(day));
        await portal.Database.ExecuteAsync("insert into toolkit_calendar_day (day, is_working_day, name) values (@day, 0, '校庆')", new { day });
        await portal.Database.ExecuteAsync("update toolkit_calendar_version set version = version + 1");
        Assert.False((await calendar.GetAsync(CancellationToken.None)).IsWorkingDay(day));
    }
}

public sealed class SqliteWorkDaysTests(ReviewFixture<Sqlite> portal) : WorkDaysTests<Sqlite>(portal);

public sealed class MariaDbWorkDaysTests(ReviewFixture<MariaDb> portal) : WorkDaysTests<MariaDb>(portal);
