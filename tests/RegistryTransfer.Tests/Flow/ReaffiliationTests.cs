using System.Net;
using Portal.RegistryTransfer.Model;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

public sealed class SqliteReaffiliationTests(FlowFixture<Sqlite> portal) : ReaffiliationTests<Sqlite>(portal);

public sealed class MariaDbReaffiliationTests(FlowFixture<MariaDb> portal) : ReaffiliationTests<MariaDb>(portal);

/// <summary>调整隶属: a school comes below another bureau while an application is under way.</summary>
public abstract class ReaffiliationTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task An_entered_step_stays_with_its_unit_and_only_who_reaches_both_bureaus_moves_the_school()
    {
        var id = await portal.StartAsync(passed: 1);
        var school = await portal.SchoolIdAsync("2111990101");
        var page = $"/registrytransfer/schools/move?id={school}";
        var district = await portal.AsAsync("u119901");
        var nowhere = await district.OpenAsync(page);
        Assert.Contains("没有其他教育局", nowhere.Text, StringComparison.Ordinal);
        Assert.Null(nowhere.TryFind("#BureauId"));
        (await (await portal.AsAsync("u44")).GetAsync(page)).Expect(HttpStatusCode.NotFound);

        var province = await portal.AsAsync("u11");
        var target = await portal.Database.ScalarAsync<long>("select unit_id from registrytransfer_province where id = 1");
        await province.OpenAsync(page);
        Assert.Contains("请填写原因", (await province.SubmitAsync("form:has(#BureauId)", new { BureauId = target })).Text, StringComparison.Ordinal);
        await province.OpenAsync(page);
        var moved = await province.SubmitAsync("form:has(#BureauId)", new { BureauId = target, Reason = "改为市直属" });
        Assert.Contains("已进入的核办环节不变", moved.Text, StringComparison.Ordinal);
        Assert.Equal(target, await portal.Database.ScalarAsync<long>("select parent_id from organisation_unit where id = @school", new { school }));
        Assert.EndsWith($"/{target}/{school}/", await portal.Database.ScalarAsync<string>("select path from organisation_unit where id = @school", new { school }), StringComparison.Ordinal);
        Assert.Contains("改为市直属", await portal.Database.ScalarAsync<string>(
            "select after_json from portal_audit where action = '调整隶属' and subject = @subject", new { subject = $"school:{school}" }), StringComparison.Ordinal);

        await portal.PassAsync(id, 1, 2);
        Assert.Equal(ApplicationStatus.PendingOutSchool, await portal.StatusAsync(id));
    }
}
