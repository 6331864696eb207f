using System.Net;
using Portal.InternationalExchange.Agreements;
using Portal.Testing;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Agreements;

public sealed class SqliteRenewTests(CaseFixture<Sqlite> portal) : RenewTests<Sqlite>(portal);

public sealed class MariaDbRenewTests(CaseFixture<MariaDb> portal) : RenewTests<MariaDb>(portal);

/// <summary>续签: a new record linked to the one before.</summary>
public abstract class RenewTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task An_agreement_is_renewed_once_as_a_draft_of_its_unit_for_a_term_of_the_same_length()
    {
        var partner = await portal.PartnerAsync("代尔夫特理工大学", "NL");
        var old = await portal.PutAgreementAsync(new() { From = "2023-07-01", To = "2026-06-30" }, partner);
        using var college = await portal.SignInAsync("colA1");
        await college.OpenAsync(RecordAddress.Of(AgreementSamples.Agreement, old));
        var form = await college.FollowAsync("续签");
        Assert.Equal(("2026-07-01", "2029-06-30"), (form.Find("#from").GetAttribute("value"), form.Find("#to").GetAttribute("value")));
        var page = (await college.SubmitAsync("#renew")).Expect(HttpStatusCode.OK);
        Assert.Contains("学生交换协议（续签）", page.Text, StringComparison.Ordinal);

        var row = await NewestAsync();
        Assert.Equal(("draft", old, await portal.UnitIdAsync("工程学院"), 2026), (row.State, row.PreviousId, row.UnitId, row.Year));
        Assert.Equal((new DateOnly(2026, 7, 1), new DateOnly(2029, 6, 30)), (row.StartOn, row.EndOn));
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record_link where from_id = @Id and field = 'partners' and to_id = @partner", new { row.Id, partner }));
        Assert.Contains(await portal.NoAsync(old), (await college.OpenAsync(RecordAddress.Of(AgreementSamples.Agreement, row.Id))).Text, StringComparison.Ordinal);

        page = await college.OpenAsync(RecordAddress.Of(AgreementSamples.Agreement, old));
        Assert.Contains(row.No, page.TextOf(".facts"), StringComparison.Ordinal);
        Assert.Null(page.TryFind("a[href*='/agreements/renew/']"));
        await college.OpenAsync($"/internationalexchange/agreements/renew/{old}");
        var refused = (await college.SubmitAsync("#renew")).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("已有续签的协议", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewal_that_came_to_nothing_leaves_room_for_another()
    {
        var old = await portal.PutAgreementAsync(new() { To = "2026-02-15" });
        using var college = await portal.SignInAsync("colA1");
        var address = $"/internationalexchange/agreements/renew/{old}";
        var form = await college.OpenAsync(address);
        Assert.Equal("2026-03-02", form.Find("#from").GetAttribute("value"));
        await college.SubmitAsync("#renew", new { openEnded = "true" });
        var first = await NewestAsync();
        await portal.Database.ExecuteAsync("delete from toolkit_record_key where record_id = @Id", new { first.Id });
        await portal.Database.ExecuteAsync("update toolkit_record set state = 'withdrawn' where id = @Id", new { first.Id });
        await college.OpenAsync(address);
        (await college.SubmitAsync("#renew")).Expect(HttpStatusCode.OK);
        Assert.NotEqual(first.Id, (await NewestAsync()).Id);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field()
    {
        using var college = await portal.SignInAsync("colA1");
        await college.OpenAsync($"/internationalexchange/agreements/renew/{await portal.PutAgreementAsync(new())}");
        Assert.Contains("到期日须晚于生效日", (await college.SubmitAsync("#renew", new { from = "2029-02-01", to = "2029-02-01" })).Expect(422).Text, StringComparison.Ordinal);
        Assert.Contains("请填写到期日", (await college.SubmitAsync("#renew", new { to = "" })).Expect(422).Text, StringComparison.Ordinal);
        var unsigned = await portal.PutAgreementAsync(new() { State = "to-sign", Ours = null, Partners = null });
        await college.OpenAsync($"/internationalexchange/agreements/renew/{unsigned}");
        Assert.Contains("还没有签署", (await college.SubmitAsync("#renew")).Expect(HttpStatusCode.UnprocessableEntity).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_no_renewal_and_bars_none()
    {
        var old = await portal.PutAgreementAsync(new() { From = "2023-07-01", To = "2026-06-30" });
        using var college = await portal.SignInAsync("colA1");
        for (var copy = 0; copy < 2; copy++)
        {
            await college.OpenAsync($"{RecordAddress.NewOf(AgreementSamples.Agreement)}?copy={old}");
            (await college.SubmitAsync("#save")).Expect(HttpStatusCode.OK);
        }

        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where previous_id = @old", new { old }));
        await college.OpenAsync($"/internationalexchange/agreements/renew/{old}");
        (await college.SubmitAsync("#renew")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_term_far_from_any_calendar_is_refused()
    {
        var old = await portal.PutAgreementAsync(new());
        using var college = await portal.SignInAsync("colA1");
        foreach (var (from, to) in new[] { ("0001-01-01", "2029-06-30"), ("2026-07-01", "9999-12-31") })
        {
            await college.OpenAsync($"/internationalexchange/agreements/renew/{old}");
            Assert.Contains("年份须在 2000 到 2200 之间", (await college.SubmitAsync("#renew", new { from, to })).Expect(422).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("colB1", HttpStatusCode.NotFound)]
    [InlineData("ieo1", HttpStatusCode.Forbidden)]
    [InlineData("2021020001", HttpStatusCode.NotFound)]
    public async Task Only_the_unit_of_the_agreement_renews_it(string account, HttpStatusCode status)
    {
        using var visitor = await portal.SignInAsync(account);
        (await visitor.GetAsync($"/internationalexchange/agreements/renew/{await portal.PutAgreementAsync(new())}")).Expect(status);
    }

    [Theory]
    [InlineData("2023-07-01", "2026-06-30", "2026-07-01", "2029-06-30")]
    [InlineData("2024-03-01", "2025-02-28", "2025-03-01", "2026-02-28")]
    [InlineData("2025-09-15", "2026-09-01", "2026-09-02", "2027-08-19")]
    public void The_next_term_is_as_long_as_the_last(string from, string to, string first, string last)
    {
        var agreement = new RecordView(new() { State = "signed" }, new() { ["effectiveFrom"] = from, ["expiresOn"] = to }, []);
        var begin = AgreementRenewal.FirstDay(agreement, new(2024, 1, 1));
        Assert.Equal((first, last), ($"{begin:yyyy-MM-dd}", $"{AgreementRenewal.LastDay(agreement, begin):yyyy-MM-dd}"));
    }

    private async Task<RecordRow> NewestAsync() => (await portal.Database.QueryAsync<RecordRow>(
        "select id, no, state, unit_id, year, start_on, end_on, previous_id from toolkit_record where type = 'exchange.agreement' and previous_id is not null order by id desc")).MaxBy(row => row.No)!;
}
