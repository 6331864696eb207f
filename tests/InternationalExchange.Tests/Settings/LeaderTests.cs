using Microsoft.Extensions.DependencyInjection;
using Portal.InternationalExchange.Tests.Trips;
using Portal.Testing;
using Portal.Units;

namespace Portal.InternationalExchange.Tests.Settings;

public sealed class SqliteLeaderTests(CaseFixture<Sqlite> portal) : LeaderTests<Sqlite>(portal);

public sealed class MariaDbLeaderTests(CaseFixture<MariaDb> portal) : LeaderTests<MariaDb>(portal);

/// <summary>Art. 4: one leader is in charge. A record that comes to the school says so when it is otherwise.</summary>
public abstract class LeaderTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task Where_nobody_or_more_than_one_holds_the_school_a_record_on_its_way_there_says_so()
    {
        var draft = await portal.DraftTripAsync("2026-07-10", "2026-07-16", ["s1"]);
        var contact = await portal.As("colA1").SubmitNewAsync("exchange.logistics-order", ("title", "换灯"), ("kind", "property"), ("need", "换灯"), ("dueOn", "2026-05-01"));
        using var college = await portal.SignInAsync("colA1");
        Assert.DoesNotContain("分管校领导）", await AlertsAsync(college, draft), StringComparison.Ordinal);

        var post = await portal.Database.ScalarAsync<long>("select id from organisation_post where person_id = @person", new { person = await portal.PersonIdAsync("sch1") });
        var role = await portal.Database.ScalarAsync<long>("select role_id from organisation_post where id = @post", new { post });
        var other = await portal.Database.ScalarAsync<long>("select role_id from organisation_post where person_id = @person", new { person = await portal.PersonIdAsync("log1") });
        await portal.Database.ExecuteAsync("update organisation_post set role_id = @other where id = @post", new { other, post });
        Assert.Contains("现在没有人担任学校（分管校领导），到“学校审批”时无人能办", await AlertsAsync(college, draft), StringComparison.Ordinal);
        await portal.As("colA1").SubmitAsync(draft);
        Assert.Contains("无人能办", await AlertsAsync(college, draft), StringComparison.Ordinal);
        Assert.DoesNotContain("无人能办", (await college.OpenAsync($"/workbench/records/exchange.logistics-order/{contact.Id}")).Text, StringComparison.Ordinal);
        await portal.Database.ExecuteAsync("update organisation_post set role_id = @role where id = @post", new { role, post });
        Assert.DoesNotContain("无人能办", await AlertsAsync(college, draft), StringComparison.Ordinal);

        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IDemoOrganisation>()
                .PeopleAsync([new("sch9", "副校长", Permissions.SchoolRole, await portal.UnitIdAsync("示范大学"))], CancellationToken.None);
        }

        Assert.Contains("现在有 2 人担任学校（分管校领导），应当恰好由一人担任", await AlertsAsync(college, draft), StringComparison.Ordinal);
    }

    private static async Task<string> AlertsAsync(PortalClient client, long trip) =>
        string.Join(' ', (await client.OpenAsync($"/workbench/records/{TripCases.Trip}/{trip}")).TextsOf("main .alert"));
}
