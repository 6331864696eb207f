using Portal.Testing;

namespace Portal.GraduationClearance.Tests.MySheet;

/// <summary>What the module counts on the start page.</summary>
public abstract class HomeCounterTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_student_sees_on_the_start_page_how_far_he_has_got()
    {
        using var student = await portal.SignInAsync("2020010103");
        var counter = (await student.OpenAsync("/")).Find(".counters a[href='/graduationclearance/mysheet']");
        Assert.StartsWith("0 / ", counter.QuerySelector(".counter-value")!.TextContent, StringComparison.Ordinal);
        var id = await portal.StudentIdAsync("2020010103");
        var changed = await portal.Database.ExecuteAsync(
            """
            update graduationclearance_step_record
            set status = 1
            where student_id = @id
              and step_id in (select id from graduationclearance_step where mode = 0 and is_required = 1)
            """,
            new { id });
        var value = (await student.OpenAsync("/")).TextOf(".counters .counter-value").Replace("个环节", "", StringComparison.Ordinal).Split(' ');
        Assert.Equal((value[2], true), (value[0], changed > 0));
    }

    [Fact]
    public async Task An_operator_sees_what_is_left_of_each_of_his_steps_and_nobody_else_does()
    {
        using var operator1 = await portal.SignInAsync("op1");
        var home = await operator1.OpenAsync("/");
        Assert.Equal(2, home.FindAll(".counters a[href^='/graduationclearance/batch']").Count);
        var left = home.Find(".counters a .counter-value").TextContent;
        var list = await operator1.OpenAsync(home.Find(".counters a").GetAttribute("href")!);
        Assert.Equal(left.Replace("人", "", StringComparison.Ordinal), list.Find(".counter a[aria-current] .counter-value").TextContent);
        using var leader = await portal.SignInAsync("leader1");
        Assert.Null((await leader.OpenAsync("/")).TryFind(".counters"));
    }
}

public sealed class SqliteHomeCounterTests(ClearanceFixture<Sqlite> portal) : HomeCounterTests<Sqlite>(portal);

public sealed class MariaDbHomeCounterTests(ClearanceFixture<MariaDb> portal) : HomeCounterTests<MariaDb>(portal);
