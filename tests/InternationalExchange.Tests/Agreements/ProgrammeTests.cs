using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Tests.Agreements;

public sealed class SqliteProgrammeTests(CaseFixture<Sqlite> portal) : ProgrammeTests<Sqlite>(portal);

public sealed class MariaDbProgrammeTests(CaseFixture<MariaDb> portal) : ProgrammeTests<MariaDb>(portal);

public abstract class ProgrammeTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Programme = "exchange.outbound-programme";

    [Fact]
    [Trait("Case", "exchange:20")]
    public async Task Up_to_three_months_the_student_office_owns_a_programme_and_longer_ones_wait_for_a_designation()
    {
        var three = await DraftAsync("false", "2026-09-30");
        Assert.Equal(("STU", "STU"), (await FacetAsync(three.Id), await portal.ValueAsync(three.Id, "ownerOffice")));
        var longer = await DraftAsync("false", "2026-10-01");
        Assert.Equal("open", await FacetAsync(longer.Id));
        Assert.Contains("须先由国际交流处指定", (await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").SubmitAsync(longer.Id))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("colA1").MoveAsync(longer.Id, "designate", ("designated", "STU")));
        await portal.As("ieo1").MoveAsync(longer.Id, "designate", ("designated", "AAO"));
        Assert.Equal("AAO", await FacetAsync(longer.Id));
        await portal.As("colA1").SubmitAsync(longer.Id);
        await portal.PassAsync(longer.Id, "colAh", "aao1", "stu1", "ieo1");
        Assert.Equal("approved", await portal.StateAsync(longer.Id));
    }

    [Fact]
    [Trait("Case", "exchange:22")]
    public async Task With_credits_the_academic_office_owns_a_short_programme_too_and_the_student_office_selects()
    {
        var programme = await DraftAsync("true", "2026-08-31");
        Assert.Equal("AAO", await FacetAsync(programme.Id));
        await portal.As("colA1").SubmitAsync(programme.Id);
        await portal.PassAsync(programme.Id, "colAh", "aao1", "stu1", "ieo1");
        Assert.Equal("approved", await portal.StateAsync(programme.Id));
    }

    private async Task<RecordView> DraftAsync(string credit, string end)
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        return await portal.As("colA1").CreateAsync(
            Programme,
            ("title", "暑期研修"),
            ("unitHead", "colAh"),
            ("kind", "short"),
            ("creditBearing", credit),
            ("startOn", "2026-07-01"),
            ("endOn", end),
            ("partner", await portal.NoAsync(await portal.PartnerAsync())),
            ("agreement", await portal.NoAsync(await portal.AgreementAsync("signed", "2026-03-01", "2026-03-01", "2026-03-01"))),
            ("places", "5"),
            ("applyFrom", "2026-03-10"),
            ("applyTo", "2026-04-10"),
            ("criteria", "成绩前三成"),
            ("riskPlan", "联系人与保险"));
    }

    private Task<string> FacetAsync(long id) => portal.Database.ScalarAsync<string>("select facet from toolkit_record where id = @id", new { id });
}
