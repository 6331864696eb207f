using System.Text.Json.Nodes;
using Portal.InternationalExchange.Tests.Agreements;
using Portal.InternationalExchange.Tests.Trips;
using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Rules;

public sealed class SqliteGuardTests(CaseFixture<Sqlite> portal) : GuardTests<Sqlite>(portal);

public sealed class MariaDbGuardTests(CaseFixture<MariaDb> portal) : GuardTests<MariaDb>(portal);

/// <summary>Guards that hold for several types (domain §2.3): what they refuse, and what they let pass.</summary>
public abstract class GuardTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string NotInForce = "协议未生效，不得实施（第五条）";

    [Theory]
    [InlineData("exchange.project", "teaching", "agreements", "colA1")]
    [InlineData("exchange.event", "", "agreements", "colA1")]
    [InlineData("exchange.outbound-programme", "STU", "agreement", "stu1")]
    [Trait("Case", "exchange:G1")]
    public async Task Nothing_begins_on_an_agreement_that_is_not_in_force_today_and_on_its_first_day(string type, string facet, string field, string account)
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        foreach (var (ours, theirs, from, to) in new[] { ("2026-01-10", null, "2026-02-01", "2029-01-31"), ("2026-01-10", "2026-01-10", "2026-03-03", "2029-01-31"), ("2026-01-10", "2026-01-10", "2026-02-01", "2026-05-31") })
        {
            var resting = await RestingAsync(type, facet, field, await portal.AgreementAsync("signed", ours, theirs, from, to));
            Assert.Equal(NotInForce, await RefusedAsync(() => portal.As(account).MoveAsync(resting, "activate")));
            Assert.Equal("approved", await portal.StateAsync(resting));
        }

        var allowed = await RestingAsync(type, facet, field, await portal.AgreementAsync("signed", "2026-01-10", "2026-01-12", "2026-02-01", "2029-01-31"));
        await portal.As(account).MoveAsync(allowed, "activate");
        Assert.NotEqual("approved", await portal.StateAsync(allowed));
    }

    [Fact]
    [Trait("Case", "exchange:G1")]
    public async Task A_programme_needs_an_agreement_and_an_event_needs_one_where_the_home_office_says_so()
    {
        var programme = await portal.PutAsync("exchange.outbound-programme", "学工部", "approved", """{"startOn":"2026-07-01","endOn":"2026-08-15"}""", "STU");
        Assert.Equal(NotInForce, await RefusedAsync(() => portal.As("stu1").MoveAsync(programme, "activate")));
        var (talk, congress) = (await TalkAsync(), await TalkAsync());
        await portal.As("colA1").MoveAsync(talk, "activate");
        await portal.SetSettingAsync("agreement.requiredForEvent", "true");
        Assert.Equal(NotInForce, await RefusedAsync(() => portal.As("colA1").MoveAsync(congress, "activate")));
        await portal.ClearSettingsAsync();
    }

    [Fact]
    [Trait("Case", "exchange:G1")]
    public async Task The_school_approves_a_trip_on_an_agreement_only_when_that_is_in_force()
    {
        await portal.PutReviewAsync("s1");
        foreach (var (from, isAllowed) in new[] { ("2026-07-11", false), ("2026-03-01", true) })
        {
            var trip = await portal.DraftTripAsync("2026-07-10", "2026-07-16", ["s1"]);
            await portal.As("colA1").SaveAsync(trip, ("agreements", await portal.NoAsync(await portal.AgreementAsync("signed", "2026-01-10", "2026-01-12", from, "2029-01-31"))));
            await portal.As("colA1").SubmitAsync(trip);
            await portal.PassAsync(trip, "ieo1", "colAh", "org1", "hr1", "ieo1");
            if (isAllowed)
                await portal.As("sch1").DecideAsync(trip);
            else
                Assert.Equal(NotInForce, await RefusedAsync(() => portal.As("sch1").DecideAsync(trip)));
            Assert.Equal(isAllowed ? "approved" : "in-review", await portal.StateAsync(trip));
        }
    }

    [Fact]
    [Trait("Case", "exchange:G3")]
    public async Task Where_the_home_office_asks_for_no_political_review_of_staff_a_trip_is_approved_without()
    {
        await portal.SetSettingAsync("politicalReview.staff", "false");
        var trip = await portal.DraftTripAsync("2026-07-10", "2026-07-16", ["s2"]);
        await portal.As("colA1").SubmitAsync(trip);
        await portal.PassAsync(trip, "ieo1", "colAh", "org1", "hr1", "ieo1", "sch1");
        Assert.Equal("approved", await portal.StateAsync(trip));
        await portal.ClearSettingsAsync();
    }

    [Fact]
    [Trait("Case", "exchange:G5")]
    public async Task Documents_leave_the_safe_after_the_approval_and_a_return_needs_its_day()
    {
        var passport = await portal.InCustodyAsync("s3");
        await portal.PutReviewAsync("s3");
        var trip = await portal.DraftTripAsync("2026-03-02", "2026-03-02", ["s3"]);
        await portal.As("colA1").SaveAsync(trip, ("departOn", "2026-03-03"), ("returnOn", "2026-03-05"), ("itinerary[0].day", "2026-03-03"), ("itinerary[0].place", "清迈"));
        await portal.As("colA1").SubmitAsync(trip);
        Assert.Equal("出访还没有批准，不能领取证照（第六条四）", await RefusedAsync(() => portal.LendAsync(passport, trip)));
        Assert.Contains("不能登记领取证照", await RefusedAsync(() => portal.As("colA1").MoveAsync(trip, "take-documents")), StringComparison.Ordinal);
        await portal.PassAsync(trip, "ieo1", "colAh", "org1", "hr1", "ieo1", "sch1");
        await portal.LendAsync(passport, trip);
        Assert.Equal("docs-out", await portal.StateAsync(trip));
        await portal.As("colA1").MoveAsync(trip, "depart", ("actualDepartOn", "2026-03-02"));
        var undated = await Assert.ThrowsAsync<RecordInvalidException>(() => portal.As("colA1").MoveAsync(trip, "return"));
        Assert.Equal("请填写实际返回日期", undated.Errors["actualReturnOn"]);
        await portal.As("colA1").MoveAsync(trip, "return", ("actualReturnOn", "2026-03-02"));
        Assert.Equal("returned-home", await portal.StateAsync(trip));
    }

    [Fact]
    [Trait("Case", "exchange:G11")]
    public async Task A_record_is_submitted_with_title_head_and_content_by_a_unit_that_named_who_answers_for_it()
    {
        (string, string)[] fields = [("title", "接待来访"), ("unitHead", "colAh"), ("kind", "request"), ("content", "拟于四月接待来访。")];
        foreach (var missing in new[] { "title", "unitHead", "content" })
        {
            var draft = await portal.As("colA1").CreateAsync("exchange.request", [.. fields.Where(field => field.Item1 != missing)]);
            var refused = await Assert.ThrowsAsync<RecordInvalidException>(() => portal.As("colA1").SubmitAsync(draft.Id));
            Assert.Equal([missing], refused.Errors.Keys);
        }

        Assert.Equal("in-review", (await portal.As("colA1").SubmitNewAsync("exchange.request", fields)).State);
        var unit = await portal.UnitIdAsync(CaseFixture<TDialect>.College);
        await portal.Database.ExecuteAsync("update toolkit_record set state = 'ended' where type = 'exchange.unit-contact' and unit_id = @unit", new { unit });
        Assert.Contains("本单位还没有在任的外事分管负责人", await RefusedAsync(() => portal.As("colA1").SubmitNewAsync("exchange.request", fields)), StringComparison.Ordinal);
        await portal.Database.ExecuteAsync("update toolkit_record set state = 'active' where type = 'exchange.unit-contact' and unit_id = @unit", new { unit });
    }

    private Task<long> TalkAsync() => portal.PutAsync("exchange.event", CaseFixture<TDialect>.College, "approved", """{"kind":"talk","startOn":"2026-09-01","endOn":"2026-09-01","ngo":false}""");

    private async Task<long> RestingAsync(string type, string facet, string field, long agreement)
    {
        var reference = await portal.RefAsync(agreement);
        var data = new JsonObject { ["kind"] = "exchange", ["startOn"] = "2026-07-01", ["endOn"] = "2026-08-15", [field] = field == "agreements" ? new JsonArray(reference) : reference };
        return await portal.PutAsync(type, facet == "STU" ? "学工部" : CaseFixture<TDialect>.College, "approved", data.ToJsonString(), facet, "依据协议的事项");
    }

    private static async Task<string> RefusedAsync(Func<Task> body) => (await Assert.ThrowsAsync<RefusedException>(body)).Message;
}
