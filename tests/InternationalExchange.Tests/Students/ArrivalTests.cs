using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Students;

public sealed class SqliteArrivalTests(CaseFixture<Sqlite> portal) : ArrivalTests<Sqlite>(portal);

public sealed class MariaDbArrivalTests(CaseFixture<MariaDb> portal) : ArrivalTests<MariaDb>(portal);

/// <summary>What the arrival of a student opens and his departure ends.</summary>
public abstract class ArrivalTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "exchange:28")]
    public async Task The_arrival_opens_the_residence_permit_from_the_day_of_the_entry_but_not_for_a_short_course()
    {
        var sie = portal.As("sie1");
        var student = (await sie.SubmitNewAsync(StudentCases.Student, StudentCases.Typed("An Arrival", "PX000001"))).Id;
        await sie.MoveAsync(student, "admit", ("admissionNo", "L-PX1"));
        await sie.MoveAsync(student, "arrive", ("arrivedOn", "2026-03-01"), ("enteredOn", "2026-02-20"));
        var permit = await portal.ResidenceOfAsync(student);
        Assert.Equal(("to-apply", new DateTime(2026, 3, 23)), (await portal.StateAsync(permit), await portal.DueAsync(permit, "apply")));
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_notice where title = '居留许可待办' and text like '%An Arrival%'"));
        Assert.Equal(0, await portal.ResidenceOfAsync(await portal.RegisteredAsync("language")));
    }

    [Fact]
    public async Task Who_has_left_the_school_has_no_permit_due_and_no_room()
    {
        var student = await portal.RegisteredAsync("exchange");
        var permit = await portal.ResidenceOfAsync(student);
        await portal.As("ieo1").MoveAsync(permit, "issue", ("number", "R-9"), ("issuedOn", "2026-03-02"), ("expiresOn", "2026-09-30"));
        var room = await portal.As("log1").SubmitNewAsync(StudentCases.Room, ("building", "国际楼"), ("number", "801"), ("capacity", "1"));
        var stay = await portal.As("sie1").SubmitNewAsync(StudentCases.Lodging, ("kind", "student"), ("student", await portal.NoAsync(student)), ("room", room.No), ("from", "2026-03-01 09:00"));
        await portal.As("sie1").MoveAsync(student, "complete");
        Assert.Equal(("valid", "active"), (await portal.StateAsync(permit), await portal.StateAsync(stay.Id)));
        await portal.As("sie1").MoveAsync(student, "leave");
        Assert.Equal(("closed", "closed", null), (await portal.StateAsync(permit), await portal.StateAsync(stay.Id), await portal.DueAsync(permit, "renew")));
    }
}
