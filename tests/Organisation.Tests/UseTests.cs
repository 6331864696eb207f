using System.Net;
using Portal.Testing;

namespace Organisation.Tests;

public sealed class UseOnSqliteTests(DemoPortal<Sqlite> portal) : UseTests<Sqlite>(portal);

public sealed class UseOnMariaDbTests(DemoPortal<MariaDb> portal) : UseTests<MariaDb>(portal);

/// <summary>What still rests on a unit or an account stands in the way of changing it.</summary>
[Trait("Case", "design:administration")]
public abstract class UseTests<T>(DemoPortal<T> portal) : IClassFixture<DemoPortal<T>>
    where T : ITestDialect
{
    [Fact]
    public async Task A_unit_that_a_module_refers_to_is_not_deleted()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/organisation/units/create?parent={await portal.UnitAsync("保卫处")}");
        await admin.SubmitAsync("main form", new Dictionary<string, object?> { ["Form.Name"] = "户籍室" });
        var id = await portal.UnitAsync("户籍室");
        var step = await portal.Database.ScalarAsync<long>("select min(id) from graduationclearance_step");
        var before = await portal.Database.ScalarAsync<long>("select unit_id from graduationclearance_step where id = @step", new { step });
        await portal.Database.ExecuteAsync("update graduationclearance_step set unit_id = @id where id = @step", new { id, step });
        await admin.OpenAsync($"/organisation/units/delete?id={id}");
        await admin.SubmitAsync("main form");
        Assert.Contains("离校环节或授权在用", admin.Page.Text, StringComparison.Ordinal);

        await portal.Database.ExecuteAsync("update graduationclearance_step set unit_id = @before where id = @step", new { before, step });
        await admin.SubmitAsync("main form");
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from organisation_unit where id = @id", new { id }));
    }

    [Fact]
    public async Task An_account_that_once_worked_elsewhere_is_not_the_unit_administrators()
    {
        using var unit = await portal.SignInAsync("ma-admin");
        await unit.OpenAsync($"/organisation/people/create?unit={await portal.UnitAsync("马克思主义学院")}");
        await unit.SubmitAsync("main form", new { Account = "T2026002", Name = "调来者", RoleId = await portal.RoleAsync("部门管理员") });
        var person = await portal.PersonAsync("T2026002");
        await unit.OpenAsync($"/organisation/people/edit?id={person}");
        await portal.Database.ExecuteAsync(
            """
            insert into organisation_post (id, person_id, role_id, unit_id, valid_to, position, version)
            select 1, person_id, role_id, (select id from organisation_unit where name = '图书馆'), '2020-01-01', 5, 1
            from organisation_post
            where person_id = @person
            """,
            new { person });
        (await unit.GetAsync($"/organisation/people/edit?id={person}")).Expect(HttpStatusCode.NotFound);
        await portal.Database.ExecuteAsync("delete from organisation_post where id = 1");
    }
}
