using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Agreements;

public sealed class SqliteRenewalDueTests(CaseFixture<Sqlite> portal) : RenewalDueTests<Sqlite>(portal);

public sealed class MariaDbRenewalDueTests(CaseFixture<MariaDb> portal) : RenewalDueTests<MariaDb>(portal);

/// <summary>What ends the reminder of an agreement's last day.</summary>
public abstract class RenewalDueTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Expiry = "expiry";

    [Fact]
    public async Task A_renewal_signed_by_both_ends_the_reminder_and_one_signed_by_us_alone_does_not()
    {
        var old = await OldAsync();
        Assert.Equal(new DateTime(2026, 7, 1), await portal.DueAsync(old, Expiry));
        var renewal = await RenewAsync(old);
        await portal.As("ieo1").MoveAsync(renewal, "sign", AgreementCases.Signature("2026-03-02"));
        Assert.NotNull(await portal.DueAsync(old, Expiry));
        await portal.As("ieo1").SaveAsync(renewal, ("partnerSignedOn", "2026-03-02"));
        Assert.Null(await portal.DueAsync(old, Expiry));
        Assert.Equal("2026-07-01", await portal.ValueAsync(old, "renewedFrom"));
        Assert.Equal(new DateTime(2029, 7, 1), await portal.DueAsync(renewal, Expiry));
    }

    [Fact]
    public async Task A_renewal_that_was_ended_before_its_first_day_leaves_the_old_agreement_due_again()
    {
        var old = await OldAsync();
        var renewal = await RenewAsync(old);
        await portal.As("ieo1").MoveAsync(renewal, "sign", AgreementCases.Signature("2026-03-02", "2026-03-02"));
        Assert.Null(await portal.DueAsync(old, Expiry));
        await portal.As("ieo1").MoveForAsync(renewal, "terminate", "对方撤销", ("terminatedOn", "2026-03-02"));
        Assert.NotNull(await portal.DueAsync(old, Expiry));
    }

    [Theory]
    [InlineData("colA1")]
    [InlineData("ieo1")]
    public async Task Its_unit_or_the_home_office_decides_with_a_reason_not_to_renew_and_may_think_again(string account)
    {
        var old = await OldAsync();
        await Assert.ThrowsAsync<RecordInvalidException>(() => portal.As(account).MoveForAsync(old, "no-renewal", null, ("notRenewedOn", "2026-03-02")));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("sch1").MoveForAsync(old, "no-renewal", "不再需要", ("notRenewedOn", "2026-03-02")));
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.As("colB1").MoveForAsync(old, "no-renewal", "不再需要", ("notRenewedOn", "2026-03-02")));
        using (var before = await portal.SignInAsync(account))
        {
            await before.OpenAsync(RecordAddress.Of(AgreementCases.Agreement, old));
            Assert.Equal((true, false), (before.Page.TryFind("#move-no-renewal") is not null, before.Page.TryFind("#move-renew-after-all") is not null));
        }

        await portal.As(account).MoveForAsync(old, "no-renewal", "合作方向已调整", ("notRenewedOn", "2026-03-02"));
        Assert.Null(await portal.DueAsync(old, Expiry));
        Assert.Equal("合作方向已调整", await portal.Database.ScalarAsync<string>("select text from toolkit_record_event where record_id = @old and label = '不再续签'", new { old }));
        using var client = await portal.SignInAsync(account);
        Assert.Contains("2026-03-02 决定到期后不再续签", (await client.OpenAsync(RecordAddress.Of(AgreementCases.Agreement, old))).Text, StringComparison.Ordinal);

        Assert.Equal((false, true), (client.Page.TryFind("#move-no-renewal") is not null, client.Page.TryFind("#move-renew-after-all") is not null));
        await portal.As(account).MoveForAsync(old, "renew-after-all", "对方提出新的项目");
        Assert.Equal(new DateTime(2026, 7, 1), await portal.DueAsync(old, Expiry));
    }

    [Fact]
    public async Task A_longer_term_takes_the_decision_back()
    {
        var old = await OldAsync();
        await portal.As("ieo1").MoveForAsync(old, "no-renewal", "暂无计划", ("notRenewedOn", "2026-03-02"));
        await portal.As("colA1").AmendAsync(old, "自动续期一年", ("expiresOn", "2027-06-30"));
        await portal.PassChangeAsync(old, "colAh", "ieo1", "law1", "sch1");
        Assert.Equal(new DateTime(2027, 7, 1), await portal.DueAsync(old, Expiry));
        Assert.Null(await portal.ValueAsync(old, "notRenewedOn"));
    }

    [Fact]
    public async Task What_is_renewed_already_or_has_no_end_is_not_declined()
    {
        var old = await OldAsync();
        var renewal = await RenewAsync(old);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("ieo1").MoveForAsync(old, "no-renewal", "不再需要", ("notRenewedOn", "2026-03-02")));
        Assert.Contains(await portal.NoAsync(renewal), refused.Message, StringComparison.Ordinal);
        var endless = await portal.PutAgreementAsync(new() { OpenEnded = true, To = null });
        Assert.Contains("长期有效", (await Assert.ThrowsAsync<RefusedException>(() => portal.As("ieo1").MoveForAsync(endless, "no-renewal", "不再需要", ("notRenewedOn", "2026-03-02")))).Message, StringComparison.Ordinal);
    }

    private async Task<long> OldAsync()
    {
        var old = await portal.AgreementAsync("signed", "2023-06-01", "2023-06-01", "2023-07-01", "2026-06-30");
        await portal.FilesAsync(old, "textCn", "textForeign");
        await portal.TouchAsync(old);
        return old;
    }

    // Drafted on the page, then as the school has approved it.
    private async Task<long> RenewAsync(long old)
    {
        using var college = await portal.SignInAsync("colA1");
        await college.OpenAsync($"/internationalexchange/agreements/renew/{old}");
        (await college.SubmitAsync("#renew")).Expect(200);
        var renewal = await portal.Database.ScalarAsync<long>("select id from toolkit_record where previous_id = @old", new { old });
        await portal.Database.ExecuteAsync("update toolkit_record set state = 'to-sign' where id = @renewal", new { renewal });
        return renewal;
    }
}
