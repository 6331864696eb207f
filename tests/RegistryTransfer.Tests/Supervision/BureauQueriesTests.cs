using Microsoft.Extensions.DependencyInjection;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Supervision;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Supervision;

public sealed class SqliteBureauQueriesTests(TransferFixture<Sqlite> portal) : BureauQueriesTests<Sqlite>(portal);

public sealed class MariaDbBureauQueriesTests(TransferFixture<MariaDb> portal) : BureauQueriesTests<MariaDb>(portal);

public abstract class BureauQueriesTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>
    where TDialect : ITestDialect
{
    private static readonly DateOnly _today = new(2026, 3, 10);

    [Theory]
    [InlineData("2111990101", Stages.Primary, "北京市示例区教委")]
    [InlineData("2144990001", Stages.JuniorHigh, "广东省示例市教育局")]
    [InlineData("2151000001", Stages.SeniorHigh, "四川省教育厅")]
    [InlineData("3111990101", Stages.SeniorHigh, "北京市示例区教委")]
    [InlineData("2144990101", Stages.Primary, "示例市示例区教育局")]
    public async Task The_schools_of_the_fixture_belong_to_their_bureaus(string code, Stages stage, string bureau) =>
        Assert.Equal(bureau, await ResolveAsync(code, stage, _today));

    [Fact]
    public async Task A_rule_of_the_province_lifts_one_stage_only()
    {
        await portal.Database.ExecuteAsync(
            "insert into registrytransfer_supervision_rule (id, province_id, stage, run_level, level, note, version) values (9001, 19, @stage, @run, @level, '', 1)",
            new { stage = (int)Stages.SeniorHigh, run = (int)UnitLevel.District, level = (int)UnitLevel.City });
        Assert.Equal("广东省示例市教育局", await ResolveAsync("2144990101", Stages.SeniorHigh, _today));
        Assert.Equal("示例市示例区教育局", await ResolveAsync("2144990101", Stages.Primary, _today));
        await portal.Database.ExecuteAsync("delete from registrytransfer_supervision_rule where id = 9001");
    }

    [Fact]
    public async Task A_named_bureau_counts_from_its_day_and_until_the_next_one()
    {
        await portal.Database.ExecuteAsync(
            """
            insert into registrytransfer_school_supervisor (school_id, since, unit_id)
            select school.unit_id, '2026-04-01', province.unit_id
            from registrytransfer_school school
            join registrytransfer_province province on province.id = school.province_id
            where school.code = '2111990101'
            """);
        await portal.Database.ExecuteAsync(
            "insert into registrytransfer_school_supervisor (school_id, since, unit_id) select unit_id, '2026-05-01', null from registrytransfer_school where code = '2111990101'");

        Assert.Equal("北京市示例区教委", await ResolveAsync("2111990101", Stages.Primary, new(2026, 3, 31)));
        Assert.Equal("北京市教育委员会", await ResolveAsync("2111990101", Stages.Primary, new(2026, 4, 1)));
        Assert.Equal("北京市示例区教委", await ResolveAsync("2111990101", Stages.Primary, new(2026, 5, 1)));

        await portal.Database.ExecuteAsync("update registrytransfer_bureau set is_active = 0 where region_code = '110000'");
        Assert.Equal("", await ResolveAsync("2111990101", Stages.Primary, new(2026, 4, 1)));
        await portal.Database.ExecuteAsync("update registrytransfer_bureau set is_active = 1");
        await portal.Database.ExecuteAsync("delete from registrytransfer_school_supervisor");
    }

    private async Task<string> ResolveAsync(string code, Stages stage, DateOnly on)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var unitId = await scope.ServiceProvider.GetRequiredService<BureauQueries>()
            .ResolveAsync(await portal.SchoolIdAsync(code), stage, on, CancellationToken.None);
        return unitId is null ? "" : await portal.Database.ScalarAsync<string>("select name from organisation_unit where id = @unitId", new { unitId });
    }
}
