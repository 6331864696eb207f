using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Dues;

namespace Portal.Toolkit.Tests.Records;

public abstract class RecordDueTests<TDialect>(RecordFixture<TDialect> portal) : IClassFixture<RecordFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_due_date_reminds_before_on_the_day_and_each_week_after_until_it_is_done()
    {
        portal.Clock.Set(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var record = await portal.ApprovedAsync(values => values["startOn"] = "2026-03-01");
        record = await portal.MoveAsync(Staff.Clerk, record, RecordMove.Activate, new() { ["approvalNo"] = "1号" });
        var told = new List<DateOnly>();
        for (var day = new DateOnly(2026, 3, 2); day <= new DateOnly(2026, 5, 1); day = day.AddDays(1))
        {
            portal.Clock.Set(new(day, new TimeOnly(1, 0), TimeSpan.Zero));
            var before = await CountAsync(record);
            await portal.RemindAsync();
            await portal.RemindAsync();
            if (await CountAsync(record) > before)
                told.Add(day);
        }

        // Due 2026-04-13: 30, 14, 7, 1, 0 days before, then each week.
        Assert.Equal(
            ["2026-03-14", "2026-03-30", "2026-04-06", "2026-04-12", "2026-04-13", "2026-04-20", "2026-04-27"],
            told.Select(day => $"{day:yyyy-MM-dd}"));
        record = await portal.CommandAsync(Staff.Clerk, commands => commands.SaveAsync(record.Id, record.Row.Version, Staff.Input(new() { ["report"] = "已总结" }), default));
        portal.Clock.Set(new(2026, 6, 1, 1, 0, 0, TimeSpan.Zero));
        var last = await CountAsync(record);
        await portal.RemindAsync();
        Assert.Equal(last, await CountAsync(record));
        foreach (var (who, sees) in new[] { (Staff.Clerk, true), (Staff.Head, true), (Staff.Office, true), (Staff.Other, false), (Staff.Stranger, false) })
            Assert.Equal(sees, (await portal.NoticesAsync(who)).Any(notice => notice.Text.Contains(record.No, StringComparison.Ordinal)));
        portal.Clock.Set(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Owner_unit_and_office_see_what_is_due_others_do_not()
    {
        var record = await portal.ApprovedAsync();
        foreach (var (who, sees) in new[] { (Staff.Clerk, true), (Staff.Office, true), (Staff.Other, false), (Staff.Stranger, false), (Staff.School, false) })
            Assert.Equal(sees, (await ListAsync(who, all: false)).Any(due => due.RecordId == record.Id));
        Assert.Contains(await ListAsync(Staff.School, all: true), due => due.RecordId == record.Id && due is { Day: { Month: 4, Day: 13 }, IsLate: false, DaysLeft: 42 });
    }

    private Task<IReadOnlyList<RecordDueItem>> ListAsync(Reviews.Who who, bool all) =>
        portal.AsAsync(who, services => ((RecordDueQueries)services.GetService(typeof(RecordDueQueries))!).ListAsync(new RecordDueFilter { All = all, Take = 1000 }, default));

    private Task<long> CountAsync(RecordView record) =>
        portal.Database.ScalarAsync<long>("select count(*) from toolkit_notice where title like '到期提醒%' and text like @text", new { text = $"%{record.No}%" });
}

public sealed class SqliteRecordDueTests(RecordFixture<Sqlite> portal) : RecordDueTests<Sqlite>(portal);

public sealed class MariaDbRecordDueTests(RecordFixture<MariaDb> portal) : RecordDueTests<MariaDb>(portal);
