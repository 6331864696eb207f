using System.Net;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;
using Portal.Testing;
using Portal.Toolkit;

namespace Portal.GraduationClearance.Tests.Schemes;

/// <summary>The administrator's pages of schemes, steps and grants, with scripts off.</summary>
public abstract class SchemePagesTests<TDialect>(ConfigurationFixture<TDialect> portal) : IClassFixture<ConfigurationFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Root = "/GraduationClearance/Schemes";

    [Fact]
    [Trait("Case", "clearance:D7")]
    public async Task A_circle_of_prerequisites_is_refused_and_named()
    {
        using var admin = await portal.SignInAsync("admin");
        var (e4, e5, e8) = (await portal.StepIdAsync("E4"), await portal.StepIdAsync("E5"), await portal.StepIdAsync("E8"));
        await admin.OpenAsync($"{Root}/Steps/Edit?scheme={portal.SchemeId}&id={e4}");
        Assert.DoesNotContain($"value=\"{e8}\"", admin.Page.Find("fieldset:has([name='Form.PrerequisiteIds'])").InnerHtml, StringComparison.Ordinal);
        var refused = await admin.SubmitAsync("main form[method=post]", new Dictionary<string, object?> { ["Form.PrerequisiteIds"] = $"{e5}" });
        Assert.Contains("形成循环：培养单位学工审核 → 提交毕业生登记表 → 培养单位学工审核", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from graduationclearance_step_prerequisite where step_id = @e4", new { e4 }));
    }

    [Fact]
    public async Task Steps_of_another_scheme_and_the_final_step_are_no_prerequisites()
    {
        var other = await portal.Database.ScalarAsync<long>("select min(id) from graduationclearance_step where scheme_id <> @SchemeId", new { portal.SchemeId });
        var e1 = await portal.StepIdAsync("E1");
        async Task<string> SaveAsync(long requires)
        {
            var refusal = await Assert.ThrowsAsync<RefusedException>(() => portal.RunAsync<StepCommands>(async steps =>
            {
                var step = await portal.RunAsync<StepQueries, Step?>(queries => queries.FindAsync(portal.SchemeId, e1, default));
                await steps.UpdateAsync(portal.SchemeId, e1, step!.Version, step with { PrerequisiteIds = [requires] }, default);
            }));
            return refusal.Message;
        }

        Assert.Contains("只能选择本方案", await SaveAsync(other), StringComparison.Ordinal);
        Assert.Contains("末环节", await SaveAsync(await portal.StepIdAsync("E8")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_editing_a_scheme_see_both_versions_and_nothing_typed_is_lost()
    {
        var id = await CreateAsync("并发修改方案");
        using var first = await portal.SignInAsync("admin");
        using var second = await portal.SignInAsync("admin");
        await first.OpenAsync($"{Root}/Edit?id={id}");
        await second.OpenAsync($"{Root}/Edit?id={id}");
        await first.SubmitAsync("main form[method=post]", new Dictionary<string, object?> { ["Form.Notice"] = "甲的公告" });
        var stale = await second.SubmitAsync("main form[method=post]", new Dictionary<string, object?> { ["Form.Notice"] = "乙的公告" });
        Assert.Contains("甲的公告", stale.TextOf(".alert-warning"), StringComparison.Ordinal);
        Assert.Equal("乙的公告", stale.TextOf("textarea[name='Form.Notice']"));
        await second.SubmitAsync("main form[method=post]");
        Assert.Equal("乙的公告", await portal.Database.ScalarAsync<string>("select notice from graduationclearance_scheme where id = @id", new { id }));
    }

    [Fact]
    public async Task A_new_scheme_copies_steps_prerequisites_and_grants()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"{Root}/Edit");
        await admin.SubmitAsync("main form[method=post]", new Dictionary<string, object?>
        {
            ["Form.Name"] = "2021级研究生6月份", ["Form.StudentScope"] = "DoubleCertificate", ["Form.SeasonYear"] = "2027", ["Form.SeasonMonth"] = "6", ["Form.OpenAt"] = "2027-06-15T08:00",
        });
        Assert.Contains("还没有环节", admin.Page.Text, StringComparison.Ordinal);
        Assert.Contains("名单为空", admin.Page.Text, StringComparison.Ordinal);
        await admin.FollowAsync("复制环节");
        await admin.SubmitAsync("main form[method=post]", new { from = portal.SchemeId });
        Assert.Contains("已复制 8 个环节", admin.Page.Text, StringComparison.Ordinal);
        var id = await portal.Database.ScalarAsync<long>("select id from graduationclearance_scheme where name = '2021级研究生6月份'");
        const string Shape =
            """
            select s.code, s.seq, (select count(*) from graduationclearance_step_grant g where g.step_id = s.id and g.valid_to is null) as grants,
                   (select min(q.code) from graduationclearance_step_prerequisite p join graduationclearance_step q on q.id = p.requires_step_id and q.scheme_id = s.scheme_id where p.step_id = s.id) as requires
            from graduationclearance_step s where s.scheme_id = @id order by s.seq
            """;
        Assert.Equal(await portal.Database.QueryAsync<StepShape>(Shape, new { id = portal.SchemeId }), await portal.Database.QueryAsync<StepShape>(Shape, new { id }));
        Assert.Equal(new DateTime(2027, 6, 15, 0, 0, 0, DateTimeKind.Utc), await portal.Database.ScalarAsync<DateTime>("select open_at from graduationclearance_scheme where id = @id", new { id }));
        await Assert.ThrowsAsync<RefusedException>(() => portal.RunAsync<StepCopyCommands, int>(copy => copy.CopyAsync(portal.SchemeId, id, default)));
    }

    [Fact]
    public async Task Reopening_a_closed_scheme_needs_a_reason_and_is_logged()
    {
        var id = await CreateAsync("重新打开方案");
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"{Root}/Status?id={id}&to=Open");
        Assert.Contains("还没有环节", admin.Page.Text, StringComparison.Ordinal);
        await admin.SubmitAsync("main form[method=post]");
        await admin.FollowAsync("关闭方案");
        await admin.SubmitAsync("main form[method=post]");
        var refused = await portal.RunAsync<StepCommands, RefusedException>(steps =>
            Assert.ThrowsAsync<RefusedException>(() => steps.MoveAsync(id, 1, up: true, default)));
        Assert.Contains("请先重新打开", refused.Message, StringComparison.Ordinal);
        await admin.FollowAsync("重新打开方案");
        await admin.SubmitAsync("main form[method=post]", new Dictionary<string, object?> { ["Form.Reason"] = " " });
        Assert.Contains("请填写重新打开的原因", admin.Page.Text, StringComparison.Ordinal);
        await admin.SubmitAsync("main form[method=post]", new Dictionary<string, object?> { ["Form.Reason"] = "补办" });
        Assert.Equal(1, await portal.CountAuditAsync("重新打开离校方案"));
        Assert.Contains("办理中", admin.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_that_ends_takes_effect_at_once_and_a_new_one_too()
    {
        var e4 = await portal.StepIdAsync("E4");
        using var admin = await portal.SignInAsync("admin");
        using var op1 = await portal.SignInAsync("op1");
        await op1.OpenAsync($"/GraduationClearance/Desk?scheme={portal.SchemeId}");
        Assert.Contains("培养单位学工审核", op1.Page.Text, StringComparison.Ordinal);
        await admin.OpenAsync($"{Root}/Steps/Grants?scheme={portal.SchemeId}&id={e4}");
        Assert.Contains("培养单位审核 · 各单位 · 本单位学生 · 可撤销", admin.Page.Text, StringComparison.Ordinal);
        Assert.Contains("只有一人", admin.Page.Text, StringComparison.Ordinal);
        await admin.FollowAsync("a[aria-label^='结束']");
        Assert.Contains("以下 1 人将立即不能再凭这项授权办理", admin.Page.Text, StringComparison.Ordinal);
        Assert.Contains("刘敏（op1）· 马克思主义学院", admin.Page.Text, StringComparison.Ordinal);
        Assert.Contains("此后无人可以办理", admin.Page.Text, StringComparison.Ordinal);
        await admin.SubmitAsync("main form[method=post]", new { Version = 99 });
        Assert.Contains("刚被其他人修改", admin.Page.Text, StringComparison.Ordinal);
        await admin.SubmitAsync("main form[method=post]");
        await op1.OpenAsync($"/GraduationClearance/Desk?scheme={portal.SchemeId}");
        Assert.DoesNotContain("培养单位学工审核", op1.Page.Text, StringComparison.Ordinal);
        await admin.SubmitAsync("form:has([name='Form.RoleId'])", new Dictionary<string, object?>
        {
            ["Form.RoleId"] = await portal.RoleAsync("培养单位审核"), ["Form.Scope"] = "OwnUnit", ["Form.CanRevoke"] = "true", ["Form.PersonId"] = "op1",
        });
        Assert.Contains("刘敏（op1）", admin.Page.Text, StringComparison.Ordinal);
        await op1.OpenAsync($"/GraduationClearance/Desk?scheme={portal.SchemeId}");
        Assert.Contains("培养单位学工审核", op1.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readiness_names_the_departments_that_nobody_serves()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"{Root}/Details?id={portal.SchemeId}");
        Assert.Contains("环节“提交毕业生登记表”在 1 个院系无人办理：地球科学学院（1 人）", admin.Page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ma-admin")]
    [InlineData("op1")]
    [InlineData("leader1")]
    [InlineData("2020010101")]
    public async Task Only_the_administrator_of_the_school_configures(string account)
    {
        using var client = await portal.SignInAsync(account);
        foreach (var page in new[] { "", "/Edit", $"/Details?id={portal.SchemeId}", $"/Roster?scheme={portal.SchemeId}", $"/Roster/Import?scheme={portal.SchemeId}" })
            (await client.GetAsync(Root + page)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_administrator_of_one_college_does_not_configure_the_schools_schemes()
    {
        var college = await portal.UnitAsync("马克思主义学院");
        await portal.RunAsync<Units.IDemoOrganisation>(demo => demo.PeopleAsync([new("college-admin", "院管", Security.Permissions.StandardRoles.Administrator, college)], default));
        using var client = await portal.SignInAsync("college-admin");
        (await client.GetAsync(Root)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Names_are_taken_once()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"{Root}/Edit");
        await admin.SubmitAsync("main form[method=post]", new Dictionary<string, object?> { ["Form.Name"] = ConfigurationFixture<TDialect>.OpenScheme, ["Form.StudentScope"] = "DoubleCertificate" });
        Assert.Contains("已有同名的离校方案", admin.Page.Text, StringComparison.Ordinal);
    }

    private Task<long> CreateAsync(string name) => portal.RunAsync<SchemeCommands, long>(schemes => schemes.CreateAsync(
        new() { Name = name, StudentScope = StudentScope.Undergraduate, SeasonYear = 2026, SeasonMonth = 6 }, default));

    private sealed record StepShape
    {
        public string Code { get; init; } = "";

        public int Seq { get; init; }

        public int Grants { get; init; }

        public string? Requires { get; init; }
    }
}

public sealed class SchemePagesOnSqlite(ConfigurationFixture<Sqlite> portal) : SchemePagesTests<Sqlite>(portal);

public sealed class SchemePagesOnMariaDb(ConfigurationFixture<MariaDb> portal) : SchemePagesTests<MariaDb>(portal);
