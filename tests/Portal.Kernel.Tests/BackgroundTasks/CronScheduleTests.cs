using System.Globalization;
using Portal.BackgroundTasks;

namespace Portal.Kernel.Tests.BackgroundTasks;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("* * * * *", "2026-06-15 10:07", true)]
    [InlineData("*/5 * * * *", "2026-06-15 10:05", true)]
    [InlineData("*/5 * * * *", "2026-06-15 10:07", false)]
    [InlineData("30 2 * * *", "2026-06-15 02:30", true)]
    [InlineData("30 2 * * *", "2026-06-15 03:30", false)]
    [InlineData("0 8-18/2 * * *", "2026-06-15 12:00", true)]
    [InlineData("0 8-18/2 * * *", "2026-06-15 13:00", false)]
    [InlineData("0 8,20 * * *", "2026-06-15 20:00", true)]
    [InlineData("0 0 1 * *", "2026-07-01 00:00", true)]
    [InlineData("0 0 1 * *", "2026-07-02 00:00", false)]
    [InlineData("0 0 * 9 *", "2026-09-10 00:00", true)]
    [InlineData("0 0 * 9 *", "2026-08-10 00:00", false)]
    [InlineData("0 0 * * 1-5", "2026-06-15 00:00", true)]
    [InlineData("0 0 * * 1-5", "2026-06-14 00:00", false)]
    [InlineData("0 0 * * 0", "2026-06-14 00:00", true)]
    [InlineData("0 0 * * 7", "2026-06-14 00:00", true)]
    [InlineData("0 0 1 * 1", "2026-06-15 00:00", true)]
    [InlineData("0 0 1 * 1", "2026-07-01 00:00", true)]
    [InlineData("0 0 1 * 1", "2026-07-02 00:00", false)]
    [InlineData("10/20 * * * *", "2026-06-15 00:50", true)]
    [InlineData("10/20 * * * *", "2026-06-15 00:20", false)]
    public void Matches(string schedule, string time, bool expected) => Assert.Equal(expected, CronSchedule.Parse(schedule).Matches(Time(time)));

    [Theory]
    [InlineData("*/5 * * * *", "2026-06-15 10:00", "2026-06-15 10:07", "2026-06-15 10:05")]
    [InlineData("*/5 * * * *", "2026-06-15 10:05", "2026-06-15 10:07", null)]
    [InlineData("0 2 * * *", "2026-06-10 02:00", "2026-06-15 09:00", "2026-06-15 02:00")]
    [InlineData("0 2 * * *", "2026-01-01 02:00", "2026-06-15 01:00", "2026-06-14 02:00")]
    public void Missed_runs_count_once(string schedule, string after, string now, string? due) =>
        Assert.Equal(due is null ? null : Time(due), CronSchedule.Parse(schedule).LastDue(Time(after), Time(now)));

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 8")]
    [InlineData("*/0 * * * *")]
    [InlineData("1/2/3 * * * *")]
    [InlineData("a * * * *")]
    [InlineData("5-1 * * * *")]
    public void What_is_not_a_schedule_is_refused(string schedule) => Assert.Throws<FormatException>(() => CronSchedule.Parse(schedule));

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
