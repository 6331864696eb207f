using Portal.Testing;
using Portal.Toolkit;

namespace Portal.InternationalExchange.Tests.Students;

public sealed class SqliteCounsellorTests(CaseFixture<Sqlite> portal) : CounsellorTests<Sqlite>(portal);

public sealed class MariaDbCounsellorTests(CaseFixture<MariaDb> portal) : CounsellorTests<MariaDb>(portal);

[Trait("Case", "exchange:38")]
public abstract class CounsellorTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Page = "/internationalexchange/counsellors";
    private const string Counsellor = "exchange.counsellor";

    [Fact]
    public async Task A_registered_student_without_counsellor_stands_in_the_list_of_student_affairs_until_he_has_one()
    {
        var student = await portal.RegisteredAsync();
        var no = await portal.NoAsync(student);
        using var client = await portal.SignInAsync("stu1");
        Assert.Contains(no, (await client.OpenAsync(Page)).TextOf("#students"), StringComparison.Ordinal);
        Assert.Contains("未分配辅导员", client.Page.TextOf("nav"), StringComparison.Ordinal);

        var counsellor = (await portal.As("stu1").SubmitNewAsync(Counsellor, ("staff", "colA1"), ("selectedOn", "2026-03-01"))).Id;
        await portal.As("stu1").SaveAsync(counsellor, ("students", no));
        Assert.DoesNotContain(no, (await client.OpenAsync(Page)).Text, StringComparison.Ordinal);

        var other = (await portal.As("stu1").SubmitNewAsync(Counsellor, ("staff", "colB1"), ("selectedOn", "2026-03-01"))).Id;
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("stu1").SaveAsync(other, ("students", no)));
        Assert.Contains("已由辅导员秦川负责", refused.Message, StringComparison.Ordinal);

        await portal.As("stu1").MoveForAsync(counsellor, "close", "调离");
        Assert.Contains(no, (await client.OpenAsync(Page)).TextOf("#students"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_opens_the_list()
    {
        using var client = await portal.SignInAsync("colA1");
        (await client.GetAsync(Page)).Expect(403);
    }
}
