using Portal.Testing;
using Portal.Toolkit;

namespace Portal.InternationalExchange.Tests.Students;

public sealed class SqliteCounsellorTests(CaseFixture<Sqlite> portal) : CounsellorTests<Sqlite>(portal);

public sealed class MariaDbCounsellorTests(CaseFixture<MariaDb> portal) : CounsellorTests<MariaDb>(portal);

[Trait("Case", "exchange:38")]
public abstract class CounsellorTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Page = "/internationalexchange/students?list=counsellor";
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
    public async Task A_student_has_one_counsellor_also_when_two_are_submitted_or_saved_at_once()
    {
        for (var round = 0; round < 3; round++)
        {
            var no = await portal.NoAsync(await portal.RegisteredAsync());
            var drafts = new List<long>();
            foreach (var staff in new[] { $"s{(2 * round) + 1}", $"s{(2 * round) + 2}" })
            {
                var draft = (await portal.As("stu1").CreateAsync(Counsellor, ("staff", staff), ("selectedOn", "2026-03-01"))).Id;
                await portal.As("stu1").SaveAsync(draft, ("students", no));
                drafts.Add(draft);
            }

            var submitted = await Race.RunAsync([.. drafts.Select(draft => (Func<Task>)(() => portal.As("stu1").SubmitAsync(draft)))]);
            Assert.Single(submitted, outcome => outcome.Length == 0);

            var second = await portal.NoAsync(await portal.RegisteredAsync());
            foreach (var draft in drafts)
            {
                if (await portal.StateAsync(draft) == "draft")
                {
                    await portal.As("stu1").SaveAsync(draft, ("students", ""));
                    await portal.As("stu1").SubmitAsync(draft);
                }
            }

            var saved = await Race.RunAsync([.. drafts.Select(draft => (Func<Task>)(() => portal.As("stu1").SaveAsync(draft, ("students", second))))]);
            Assert.Single(saved, outcome => outcome.Length == 0);
        }
    }

    [Fact]
    public async Task A_college_sees_its_own_students_in_the_list_only()
    {
        var no = await portal.NoAsync(await portal.RegisteredAsync());
        using var own = await portal.SignInAsync("colA1");
        Assert.Contains(no, (await own.OpenAsync(Page)).TextOf("#students"), StringComparison.Ordinal);
        using var other = await portal.SignInAsync("colB1");
        Assert.DoesNotContain(no, (await other.OpenAsync(Page)).Text, StringComparison.Ordinal);
    }
}
