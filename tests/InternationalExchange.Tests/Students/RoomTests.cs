using Portal.Testing;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Students;

public sealed class SqliteRoomTests(CaseFixture<Sqlite> portal) : RoomTests<Sqlite>(portal);

public sealed class MariaDbRoomTests(CaseFixture<MariaDb> portal) : RoomTests<MariaDb>(portal);

[Trait("Case", "exchange:lodging")]
public abstract class RoomTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Records = "/workbench/records";

    [Fact]
    public async Task A_room_tells_who_lives_there_and_how_many_beds_are_free_to_those_who_may_know_them()
    {
        var room = (await portal.As("log1").SubmitNewAsync(StudentCases.Room, ("building", "国际楼"), ("number", "701"), ("capacity", "3"))).Id;
        Assert.Contains("现在没有人住", await TextAsync("log1", room), StringComparison.Ordinal);
        var student = await portal.RegisteredAsync();
        var name = await portal.Database.ScalarAsync<string>("select title from toolkit_record where id = @student", new { student });
        var stay = await StayAsync("sie1", "student", student, room, "2026-03-01 09:00", "2026-07-10");
        var teacher = await portal.PutAsync("exchange.foreign-teacher", "外国语学院", "in-post", """{"name":"Thomas Miller"}""", title: "Thomas Miller");
        await StayAsync("ieo1", "teacher", teacher, room, "2026-03-05 09:00");

        using var logistics = await portal.SignInAsync("log1");
        var page = await logistics.OpenAsync($"{Records}/{StudentCases.Room}/{room}");
        Assert.Contains("还有 1 个床位", page.TextOf("#beds"), StringComparison.Ordinal);
        Assert.Equal([name, "来华留学生", "2026-03-01 09:00", "2026-07-10"], page.Rows("#residents")[0]);
        Assert.Equal(["Thomas Miller", "外籍教师", "2026-03-05 09:00（将入住）", "—"], page.Rows("#residents")[1]);
        (await logistics.FollowAsync("#residents a")).Expect(200);

        var dormitory = await TextAsync("sie1", room);
        Assert.Contains(name, dormitory, StringComparison.Ordinal);
        Assert.DoesNotContain("Thomas Miller", dormitory, StringComparison.Ordinal);
        Assert.Contains("另有 1 人由其他部门安排", dormitory, StringComparison.Ordinal);

        await portal.As("sie1").MoveAsync(stay.Id, "leave", ("leftAt", "2026-03-02 08:00"));
        Assert.Contains("还有 2 个床位", (await logistics.OpenAsync($"{Records}/{StudentCases.Room}/{room}")).TextOf("#beds"), StringComparison.Ordinal);
        Assert.Equal(["Thomas Miller"], logistics.Page.TextsOf("#residents tbody th"));
    }

    [Fact]
    public async Task A_college_reads_stays_notes_and_counsellors_of_its_own_people_and_no_others()
    {
        var room = (await portal.As("log1").SubmitNewAsync(StudentCases.Room, ("building", "国际楼"), ("number", "702"), ("capacity", "3"))).Id;
        var student = await portal.RegisteredAsync();
        var stay = await StayAsync("sie1", "student", student, room, "2026-03-01 09:00");
        var note = await portal.As("stu1").SubmitNewAsync("exchange.student-care", ("student", await portal.NoAsync(student)), ("kind", "talk"), ("on", "2026-03-01"), ("note", "想家"));
        var counsellor = await portal.As("stu1").SubmitNewAsync("exchange.counsellor", ("staff", "s1"), ("selectedOn", "2026-03-01"), ("units", "工程学院"));
        foreach (var (account, expected) in new[] { ("colA1", 200), ("colB1", 404) })
        {
            using var college = await portal.SignInAsync(account);
            foreach (var record in new[] { stay, note, counsellor })
                (await college.GetAsync(RecordAddress.Of(record))).Expect(expected);
        }
    }

    private async Task<string> TextAsync(string account, long room)
    {
        using var client = await portal.SignInAsync(account);
        return (await client.OpenAsync($"{Records}/{StudentCases.Room}/{room}")).Text;
    }

    private async Task<RecordView> StayAsync(string account, string kind, long person, long room, string from, string until = "")
    {
        var stay = await portal.As(account).SubmitNewAsync(StudentCases.Lodging, ("kind", kind), (kind, await portal.NoAsync(person)), ("room", await portal.NoAsync(room)), ("from", from));
        return until.Length == 0 ? stay : await portal.As(account).SaveAsync(stay.Id, ("until", until));
    }
}
