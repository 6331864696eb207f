using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Students;

public sealed class SqliteLodgingTests(CaseFixture<Sqlite> portal) : LodgingTests<Sqlite>(portal);

public sealed class MariaDbLodgingTests(CaseFixture<MariaDb> portal) : LodgingTests<MariaDb>(portal);

public abstract class LodgingTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private static int _rooms;

    [Fact]
    [Trait("Case", "exchange:lodging")]
    public async Task A_move_ends_the_old_stay_when_the_new_one_begins_and_opens_the_task_of_the_security_office()
    {
        var student = await portal.RegisteredAsync();
        var first = (await StayAsync(student, await RoomAsync(2), "2026-03-01 09:00")).Id;
        var second = (await StayAsync(student, await RoomAsync(1), "2026-03-02 09:30")).Id;
        Assert.Equal(("closed", "active"), (await portal.StateAsync(first), await portal.StateAsync(second)));
        Assert.Contains("\"leftAt\":\"2026-03-02T01:30:00Z\"", await portal.Database.ScalarAsync<string>("select data from toolkit_record where id = @first", new { first }), StringComparison.Ordinal);

        var tasks = await TasksAsync(student);
        Assert.Equal(2, tasks.Count);
        Assert.Equal(new DateTime(2026, 3, 3, 9, 30, 0), await portal.DueAsync(tasks[1], "register-student"));
    }

    [Fact]
    [Trait("Case", "exchange:lodging")]
    public async Task Stays_of_one_person_do_not_overlap()
    {
        var student = await portal.RegisteredAsync();
        await StayAsync(student, await RoomAsync(1), "2026-03-01 09:00");
        var earlier = await RoomAsync(1);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => StayAsync(student, earlier, "2026-02-20 09:00"));
        Assert.Contains("时间重叠", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "exchange:lodging")]
    public async Task A_room_takes_as_many_as_it_has_beds_also_when_two_assign_at_once()
    {
        var room = await RoomAsync(2);
        await StayAsync(await portal.RegisteredAsync(), room, "2026-03-01 09:00");
        var (one, other) = (await portal.RegisteredAsync(), await portal.RegisteredAsync());
        var outcomes = await Race.RunAsync(() => StayAsync(one, room, "2026-03-01 10:00"), () => StayAsync(other, room, "2026-03-01 10:00"));
        Assert.Single(outcomes, outcome => outcome.Length == 0);
        Assert.Single(outcomes, outcome => outcome.Contains("已住满（可住 2 人）", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Case", "exchange:lodging")]
    public async Task Off_campus_needs_address_landlord_and_contract()
    {
        var student = await portal.RegisteredAsync();
        var stay = await portal.As("sie1").CreateAsync(StudentCases.Lodging, ("kind", "student"), ("student", await portal.NoAsync(student)), ("offCampus", "true"), ("from", "2026-03-01 09:00"));
        var refused = await Assert.ThrowsAsync<RecordInvalidException>(() => portal.As("sie1").SubmitAsync(stay.Id));
        Assert.Equal(["address", "contract", "landlord"], refused.Errors.Keys.Order());
    }

    [Fact]
    [Trait("Case", "exchange:28")]
    public async Task A_teacher_who_checks_in_owes_the_registration_a_day_later()
    {
        var teacher = await portal.PutAsync("exchange.foreign-teacher", "外国语学院", "in-post", """{"name":"Thomas Miller"}""", title: "Thomas Miller");
        var room = await RoomAsync(1);
        await portal.As("ieo1").SubmitNewAsync(
            StudentCases.Lodging, ("kind", "teacher"), ("teacher", await portal.NoAsync(teacher)), ("room", room), ("from", "2026-09-01 14:00"));
        var task = Assert.Single(await TasksAsync(teacher));
        Assert.Equal(new DateTime(2026, 9, 2, 14, 0, 0), await portal.DueAsync(task, "register-teacher"));
    }

    [Fact]
    [Trait("Case", "exchange:34")]
    public async Task Only_the_security_office_records_a_temporary_residence_of_a_student()
    {
        var student = await portal.RegisteredAsync();
        await StayAsync(student, await RoomAsync(1), "2026-03-01 09:00");
        var task = Assert.Single(await TasksAsync(student));
        foreach (var account in new[] { "stu1", "ieo1" })
        {
            await Assert.ThrowsAnyAsync<RecordException>(() => IssueAsync(account, task));
            await Assert.ThrowsAsync<RecordForbiddenException>(async () => await portal.As(account).CreateAsync(
                "exchange.immigration-doc", ("holderType", "student"), ("student", await portal.NoAsync(student)), ("kind", "temporary"), ("checkedInAt", "2026-03-01 09:00")));
        }

        await IssueAsync("sec1", task);
        Assert.Equal("valid", await portal.StateAsync(task));
        Assert.Null(await portal.DueAsync(task, "register-student"));
    }

    private Task<RecordView> IssueAsync(string account, long task) => portal.As(account).MoveAsync(task, "issue", ("number", "临0001"), ("issuedOn", "2026-03-02"));

    private async Task<RecordView> StayAsync(long student, string room, string from) => await portal.As("sie1").SubmitNewAsync(
        StudentCases.Lodging, ("kind", "student"), ("student", await portal.NoAsync(student)), ("room", room), ("from", from));

    private async Task<string> RoomAsync(int capacity) => (await portal.As("log1").SubmitNewAsync(
        StudentCases.Room, ("building", "国际楼"), ("number", $"{Interlocked.Increment(ref _rooms)}"), ("capacity", $"{capacity}"))).No;

    private Task<IReadOnlyList<long>> TasksAsync(long holder) => portal.Database.QueryAsync<long>(
        """
        select record.id
        from toolkit_record record
        join toolkit_record_link link on link.from_id = record.id
        where link.to_id = @holder
          and record.type = 'exchange.immigration-doc'
          and record.kind = 'temporary'
        order by record.id
        """,
        new { holder });
}
