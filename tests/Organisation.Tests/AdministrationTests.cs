using System.Net;
using Portal.Testing;

namespace Organisation.Tests;

public sealed class AdministrationOnSqliteTests(DemoPortal<Sqlite> portal) : AdministrationTests<Sqlite>(portal);

public sealed class AdministrationOnMariaDbTests(DemoPortal<MariaDb> portal) : AdministrationTests<MariaDb>(portal);

[Trait("Case", "design:administration")]
public abstract class AdministrationTests<T>(DemoPortal<T> portal) : IClassFixture<DemoPortal<T>>
    where T : ITestDialect
{
    [Fact]
    public async Task A_subtree_moves_with_all_its_paths()
    {
        using var admin = await portal.SignInAsync("admin");
        var library = await portal.UnitAsync("图书馆");
        var office = await CreateUnitAsync(admin, library, "流通部");
        var desk = await CreateUnitAsync(admin, office, "总台");
        var target = await portal.UnitAsync("组织部");

        await admin.OpenAsync($"/organisation/units/move?id={office}&target={target}");
        await admin.SubmitAsync("main form");

        var targetPath = await PathAsync(target);
        Assert.Equal($"{targetPath}{office}/", await PathAsync(office));
        Assert.Equal($"{targetPath}{office}/{desk}/", await PathAsync(desk));
    }

    [Fact]
    public async Task A_unit_cannot_move_below_itself()
    {
        using var admin = await portal.SignInAsync("admin");
        var outer = await CreateUnitAsync(admin, await portal.UnitAsync("保卫处"), "外层");
        var inner = await CreateUnitAsync(admin, outer, "内层");
        await admin.OpenAsync($"/organisation/units/move?id={outer}");

        await admin.SubmitAsync("main form", new { Target = inner });

        Assert.Contains("不能移到那里", admin.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_units_of_one_name_under_one_parent_are_refused()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/organisation/units/create?parent={await portal.UnitAsync("示范大学")}");

        await admin.SubmitAsync("main form", new Dictionary<string, object?> { ["Form.Name"] = "图书馆" });

        Assert.Contains("已经有「图书馆」", admin.Page.Text, StringComparison.Ordinal);
        Assert.Equal("图书馆", admin.Page.Find("[name='Form.Name']").GetAttribute("value"));
    }

    [Fact]
    public async Task A_stale_form_shows_both_and_lets_the_person_choose()
    {
        using var first = await portal.SignInAsync("admin");
        using var second = await portal.SignInAsync("admin");
        var id = await CreateUnitAsync(first, await portal.UnitAsync("财务处"), "预算科");
        await first.OpenAsync($"/organisation/units/edit?id={id}");
        await second.OpenAsync($"/organisation/units/edit?id={id}");
        await second.SubmitAsync("main form", new Dictionary<string, object?> { ["Form.Name"] = "预算管理科" });

        await first.SubmitAsync("main form", new Dictionary<string, object?> { ["Form.Name"] = "预算一科" });
        Assert.Contains("预算管理科", first.Page.TextOf("main [role=alert]"), StringComparison.Ordinal);
        Assert.Equal("预算一科", first.Page.Find("[name='Form.Name']").GetAttribute("value"));

        await first.SubmitAsync("main form");
        Assert.Equal("预算一科", await portal.Database.ScalarAsync<string>("select name from organisation_unit where id = @id", new { id }));
    }

    [Fact]
    public async Task A_unit_with_posts_is_not_deleted_and_an_empty_one_is()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/organisation/units/delete?id={await portal.UnitAsync("马克思主义学院")}");
        await admin.SubmitAsync("main form");
        Assert.Contains("不能删除", admin.Page.Text, StringComparison.Ordinal);

        var id = await CreateUnitAsync(admin, await portal.UnitAsync("财务处"), "临时科");
        await admin.OpenAsync($"/organisation/units/delete?id={id}");
        await admin.SubmitAsync("main form");
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from organisation_unit where id = @id", new { id }));
    }

    [Fact]
    public async Task A_unit_administrator_does_not_find_what_lies_out_of_reach()
    {
        using var unit = await portal.SignInAsync("ma-admin");
        var library = await portal.UnitAsync("图书馆");
        var librarian = await portal.PersonAsync("lib1");
        var post = await portal.Database.ScalarAsync<long>("select id from organisation_post where person_id = @librarian", new { librarian });

        foreach (var page in new[]
        {
            $"/organisation/posts?unit={library}", $"/organisation/posts/end?id={post}", $"/organisation/switches?unit={library}",
            $"/organisation/people/details?id={librarian}", $"/organisation/people/edit?id={librarian}", $"/organisation/people/create?unit={library}",
        })
        {
            (await unit.GetAsync(page)).Expect(HttpStatusCode.NotFound);
        }

        foreach (var page in new[] { "/organisation/units", "/organisation/roles", "/organisation/modules" })
            (await unit.GetAsync(page)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_unit_administrator_gives_no_role_above_the_own_one()
    {
        using var unit = await portal.SignInAsync("ma-admin");
        await unit.OpenAsync("/organisation/posts");
        var offered = unit.Page.TextsOf("[name='Form.RoleId'] option");
        Assert.Contains("部门管理员", offered);
        Assert.DoesNotContain("系统管理员", offered);

        await unit.SubmitAsync(
            "main form:has([name='Form.Account'])",
            new Dictionary<string, object?> { ["Form.Account"] = "ma-admin", ["Form.RoleId"] = await portal.RoleAsync("系统管理员") });

        Assert.Contains("您不能安排这个角色", unit.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_is_given_and_ended_at_once()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/organisation/posts?unit={await portal.UnitAsync("研究生院")}");
        await admin.SubmitAsync(
            "main form:has([name='Form.Account'])",
            new Dictionary<string, object?> { ["Form.Account"] = "fin1", ["Form.RoleId"] = await portal.RoleAsync("领导") });
        using var person = await portal.SignInAsync("fin1");
        Assert.Contains("研究生院", (await person.OpenAsync("/organisation/account/switchpost")).Text, StringComparison.Ordinal);

        await admin.FollowAsync("a[href*='/posts/end']");
        await admin.SubmitAsync("main form");

        Assert.DoesNotContain("研究生院", (await person.OpenAsync("/organisation/account/switchpost")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_right_to_manage_roles_cannot_be_taken_away()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/organisation/roles/edit?id={await portal.RoleAsync("系统管理员")}");
        var others = admin.Page.FindAll("[name=Granted]").Where(box => box.HasAttribute("checked"))
            .Select(box => box.GetAttribute("value")!).Where(name => name != "organisation.roles.manage").ToArray();

        await admin.SubmitAsync("main form", new { Granted = others });

        Assert.Contains("没有人能维护角色和权限", admin.Page.Text, StringComparison.Ordinal);
        await admin.OpenAsync("/organisation/roles");
    }

    [Fact]
    public async Task A_revoked_default_grant_stays_revoked_after_a_restart()
    {
        using var admin = await portal.SignInAsync("admin");
        var role = await portal.RoleAsync("系统管理员");
        await admin.OpenAsync($"/organisation/roles/edit?id={role}");
        var kept = admin.Page.FindAll("[name=Granted]").Where(box => box.HasAttribute("checked"))
            .Select(box => box.GetAttribute("value")!).Where(name => name != "organisation.modules.view").ToArray();
        await admin.SubmitAsync("main form", new { Granted = kept });

        (await admin.GetAsync("/organisation/modules")).Expect(HttpStatusCode.Forbidden);

        await using var restarted = new PortalFactory(portal.Database);
        using var later = restarted.Browse();
        await later.SignInAsync("admin");
        (await later.GetAsync("/organisation/modules")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_switch_takes_effect_on_another_host_at_its_next_request()
    {
        await using var other = new PortalFactory(portal.Database);
        using var here = await portal.SignInAsync("admin");
        using var there = other.Browse();
        await there.SignInAsync("2020010101");
        var path = there.Page.Document.QuerySelectorAll("nav a[href^='/graduationclearance']")[0].GetAttribute("href")!;
        await there.OpenAsync(path);

        await SwitchAsync(here, "off");
        (await there.GetAsync(path)).Expect(HttpStatusCode.NotFound);

        await SwitchAsync(here, "");
        await there.OpenAsync(path);
    }

    [Theory]
    [InlineData("/organisation/people")]
    [InlineData("/organisation/posts?unit={0}")]
    public async Task Paging_forth_and_back_shows_the_same_people(string list)
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, list, await portal.UnitAsync("资源学院")));
        var first = Accounts(admin);

        await admin.FollowAsync("下一页");
        var second = Accounts(admin);
        await admin.FollowAsync("下一页");
        await admin.FollowAsync("上一页");
        Assert.Equal(second, Accounts(admin));
        await admin.FollowAsync("上一页");
        Assert.Equal(first, Accounts(admin));
        Assert.Equal(50, first.Count);
        Assert.Empty(first.Intersect(second));
    }

    [Fact]
    public async Task The_audit_says_who_did_what_at_which_unit()
    {
        using var admin = await portal.SignInAsync("admin");
        var id = await CreateUnitAsync(admin, await portal.UnitAsync("学工部"), "资助中心");

        await admin.OpenAsync($"/organisation/audit?subject=unit:{id}&module=Organisation&person=admin&to=9999-12-31");

        var row = Assert.Single(admin.Page.Rows());
        Assert.Contains("沈信", row[1], StringComparison.Ordinal);
        Assert.Equal("新建单位", row[3]);
        using var unit = await portal.SignInAsync("ma-admin");
        await unit.OpenAsync($"/organisation/audit?subject=unit:{id}");
        Assert.Contains("没有符合条件的记录", unit.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_person_signs_in_with_the_password_shown_once()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/organisation/people/create?unit={await portal.UnitAsync("组织部")}");
        await admin.SubmitAsync("main form", new { Account = "T2026001", Name = "新同事", RoleId = await portal.RoleAsync("领导") });
        var password = admin.Page.TextOf("[role=status] code");

        using var person = portal.Browse();
        var page = await person.TrySignInAsync("t2026001", password);

        Assert.Equal("/organisation/account/password", page.Url.AbsolutePath);
        await admin.OpenAsync($"/organisation/people/create?unit={await portal.UnitAsync("组织部")}");
        await admin.SubmitAsync("main form", new { Account = "t2026001", Name = "另一人", RoleId = await portal.RoleAsync("领导") });
        Assert.Contains("已有人使用", admin.Page.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Accounts(PortalClient client) => [.. client.Page.Rows().Select(row => row[1])];

    private async Task SwitchAsync(PortalClient admin, string state)
    {
        await admin.OpenAsync($"/organisation/switches?unit={await portal.UnitAsync("示范大学")}");
        await admin.SubmitAsync("form:has([name=module][value=GraduationClearance])", new { state });
    }

    private Task<string> PathAsync(long id) => portal.Database.ScalarAsync<string>("select path from organisation_unit where id = @id", new { id });

    private async Task<long> CreateUnitAsync(PortalClient admin, long parent, string name)
    {
        await admin.OpenAsync($"/organisation/units/create?parent={parent}");
        await admin.SubmitAsync("main form", new Dictionary<string, object?> { ["Form.Name"] = name });
        return await portal.UnitAsync(name);
    }
}
