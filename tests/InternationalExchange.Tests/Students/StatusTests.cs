using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Reviews;

namespace Portal.InternationalExchange.Tests.Students;

public sealed class SqliteStatusTests(CaseFixture<Sqlite> portal) : StatusTests<Sqlite>(portal);

public sealed class MariaDbStatusTests(CaseFixture<MariaDb> portal) : StatusTests<MariaDb>(portal);

public abstract class StatusTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Reward = "exchange.student-reward";

    [Fact]
    [Trait("Case", "exchange:36")]
    public async Task An_expulsion_is_decided_by_the_office_and_changes_the_status_only_after_college_and_academic_affairs()
    {
        var student = await portal.RegisteredAsync();
        var reward = (await portal.As("colA1").SubmitNewAsync(
            Reward, ("student", await portal.NoAsync(student)), ("kind", "expulsion"), ("facts", "长期旷课"), ("basis", "留学生管理办法第二十条"), ("hearing", "无"))).Id;
        await portal.As("stu1").DecideAsync(reward, opinion: "情况属实");
        await Assert.ThrowsAsync<ReviewForbiddenException>(() => portal.As("stu1").DecideAsync(reward));
        await portal.As("ieo1").DecideAsync(reward);
        Assert.Equal("approved", await portal.StateAsync(reward));
        Assert.Equal("registered", await portal.StateAsync(student));

        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("aao1").MoveForAsync(student, "drop", "决定"));
        await portal.As("sie1").MoveForAsync(student, "drop", "国际交流处决定退学");
        Assert.Equal("dropping", await portal.StateAsync(student));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("sie1").MoveAsync(student, "confirm-drop"));
        await portal.As("aao1").MoveAsync(student, "confirm-drop");
        Assert.Equal("dropped", await portal.StateAsync(student));
    }

    [Fact]
    [Trait("Case", "exchange:36")]
    public async Task What_student_affairs_proposes_goes_to_the_office_at_once()
    {
        var student = await portal.RegisteredAsync();
        var reward = (await portal.As("stu1").SubmitNewAsync(Reward, ("student", await portal.NoAsync(student)), ("kind", "reward"), ("facts", "见义勇为"), ("basis", "留学生管理办法"))).Id;
        await portal.As("ieo1").DecideAsync(reward);
        Assert.Equal("approved", await portal.StateAsync(reward));
    }

    [Fact]
    public async Task Academic_affairs_may_decline_a_change_of_status()
    {
        var student = await portal.RegisteredAsync();
        await portal.As("sie1").MoveForAsync(student, "suspend", "因病");
        await portal.As("aao1").MoveForAsync(student, "decline", "缺少诊断证明");
        Assert.Equal("registered", await portal.StateAsync(student));
        await portal.As("sie1").MoveForAsync(student, "suspend", "因病，已附证明");
        await portal.As("aao1").MoveAsync(student, "confirm-suspend");
        await portal.As("sie1").MoveAsync(student, "resume");
        await portal.As("aao1").MoveAsync(student, "confirm-resume");
        Assert.Equal("registered", await portal.StateAsync(student));
    }
}
