using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Agreements;

public sealed class SqliteAgreementTests(CaseFixture<Sqlite> portal) : AgreementTests<Sqlite>(portal);

public sealed class MariaDbAgreementTests(CaseFixture<MariaDb> portal) : AgreementTests<MariaDb>(portal);

public abstract class AgreementTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string NotInForce = "协议未生效，不得实施（第五条）";

    [Fact]
    [Trait("Case", "exchange:1")]
    public async Task Nothing_begins_while_its_agreement_is_in_review()
    {
        var project = await portal.ProjectAsync(await portal.AgreementAsync("in-review"), "2026-03-02");
        Assert.Equal(NotInForce, await RefusedAsync(() => portal.As("colA1").MoveAsync(project, "activate")));
        Assert.Equal("approved", await portal.StateAsync(project));
    }

    [Fact]
    [Trait("Case", "exchange:2")]
    public async Task An_agreement_reviewed_and_signed_takes_effect_on_its_day()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var agreement = (await portal.DraftAgreementAsync("2026-04-01", "2029-03-31")).Id;
        await portal.As("colA1").SubmitAsync(agreement);
        await portal.PassAsync(agreement, "colAh", "ieo1", "law1", "sch1");
        Assert.Equal("to-sign", await portal.StateAsync(agreement));
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 10));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("colA1").MoveAsync(agreement, "sign", AgreementCases.Signature("2026-03-10", "2026-03-10")));
        await portal.As("leg1").MoveAsync(agreement, "sign", AgreementCases.Signature("2026-03-10", "2026-03-10"));
        var project = await portal.ProjectAsync(agreement, "2026-04-01");
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 31));
        Assert.Equal(NotInForce, await RefusedAsync(() => portal.As("colA1").MoveAsync(project, "activate")));
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 4, 1));
        await portal.As("colA1").MoveAsync(project, "activate");
        Assert.Equal("active", await portal.StateAsync(project));
    }

    [Fact]
    [Trait("Case", "exchange:3")]
    public async Task Our_signature_alone_puts_nothing_into_force_until_the_partner_has_signed_too()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 12));
        var agreement = await portal.AgreementAsync("to-sign");
        await portal.As("ieo1").MoveAsync(agreement, "sign", AgreementCases.Signature("2026-03-10"));
        var project = await portal.ProjectAsync(agreement, "2026-03-12");
        Assert.Equal(NotInForce, await RefusedAsync(() => portal.As("colA1").MoveAsync(project, "activate")));
        await portal.As("ieo1").SaveAsync(agreement, ("partnerSignedOn", "2026-03-12"));
        await portal.As("colA1").MoveAsync(project, "activate");
    }

    [Fact]
    [Trait("Case", "exchange:4")]
    public async Task A_delegate_needs_a_letter_valid_on_the_day_and_the_term_must_not_end_before_it_begins()
    {
        var agreement = await portal.AgreementAsync("to-sign");
        (string, string)[] letter =
        [
            ("contractNo", "HT-2"), ("signatory", "许文清"), ("signAs", "delegate"), ("authorisationNo", "SQ-1"), ("authorisationFrom", "2026-01-01"), ("authorisationTo", "2026-03-09"), ("ourSignedOn", "2026-03-10"),
        ];
        Assert.Equal("授权书在签署日无效（第五条）", await RefusedAsync(() => portal.As("ieo1").MoveAsync(agreement, "sign", letter)));
        Assert.Equal("to-sign", await portal.StateAsync(agreement));
        var wrong = await Assert.ThrowsAsync<RecordInvalidException>(() => portal.DraftAgreementAsync("2026-04-01", "2026-04-01"));
        Assert.Equal("到期日须晚于生效日", wrong.Errors["expiresOn"]);
    }

    [Fact]
    [Trait("Case", "exchange:6")]
    public async Task A_terminated_agreement_carries_nothing_from_that_day_on_and_says_why()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 5, 1));
        var agreement = await portal.AgreementAsync("signed", "2026-03-10", "2026-03-10");
        var programme = await portal.PutAsync(
            "exchange.outbound-programme",
            CaseFixture<TDialect>.College,
            "approved",
            $$"""{"agreement":{{(await portal.RefAsync(agreement)).ToJsonString()}},"startOn":"2026-07-01","endOn":"2026-08-15"}""",
            "STU");
        await Assert.ThrowsAsync<RecordInvalidException>(() => portal.As("ieo1").MoveForAsync(agreement, "terminate", null, ("terminatedOn", "2026-05-01")));
        await portal.As("ieo1").MoveForAsync(agreement, "terminate", "对方停办", ("terminatedOn", "2026-05-01"));
        Assert.Equal(NotInForce, await RefusedAsync(() => portal.As("colA1").MoveAsync(programme, "activate")));
        Assert.Equal("terminated", await portal.StateAsync(agreement));
        Assert.Equal("对方停办", await portal.Database.ScalarAsync<string>("select text from toolkit_record_event where record_id = @agreement and state = 'terminated'", new { agreement }));
    }

    [Fact]
    [Trait("Case", "exchange:7")]
    public async Task The_text_of_a_signed_agreement_changes_by_request_while_the_old_one_stays_in_force()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 5, 1));
        var agreement = await portal.AgreementAsync("signed", "2026-03-10", "2026-03-10");
        Assert.Contains("请提出变更", await RefusedAsync(() => portal.As("ieo1").SaveAsync(agreement, ("expiresOn", "2031-01-01"))), StringComparison.Ordinal);
        await portal.As("colA1").RunAsync(async services =>
        {
            var type = services.GetRequiredService<RecordCatalog>().Get(AgreementCases.Agreement);
            KeyValuePair<string, StringValues>[] form = [new("expiresOn", "2031-01-01")];
            var input = await services.GetRequiredService<RecordInputService>().ReadAsync(type, form, field => field.Id == "expiresOn", withCommon: false, CancellationToken.None);
            return await services.GetRequiredService<RecordAmendmentCommands>().RequestAsync(agreement, await portal.VersionAsync(agreement), input, "双方商定延长", CancellationToken.None);
        });
        Assert.Equal(("signed", "2029-03-09"), (await portal.StateAsync(agreement), await portal.ValueAsync(agreement, "expiresOn")));
        await portal.As("colA1").MoveAsync(await portal.ProjectAsync(agreement, "2026-05-01"), "activate");
        await portal.PassChangeAsync(agreement, "colAh", "ieo1", "law1", "sch1");
        Assert.Equal(("signed", "2031-01-01"), (await portal.StateAsync(agreement), await portal.ValueAsync(agreement, "expiresOn")));
    }

    [Fact]
    public async Task An_agreement_names_verified_partners_only()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var draft = await portal.DraftAgreementAsync("2026-04-01", "2029-03-31");
        await portal.Database.ExecuteAsync("update toolkit_record set state = 'suspended' where type = 'exchange.partner' and state = 'verified'");
        Assert.Contains("不是已核状态", await RefusedAsync(() => portal.As("colA1").SubmitAsync(draft.Id)), StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(Func<Task> body) => (await Assert.ThrowsAsync<RefusedException>(body)).Message;
}
