using System.Text.Json.Nodes;
using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Agreements;

public sealed class SqlitePanelTests(CaseFixture<Sqlite> portal) : PanelTests<Sqlite>(portal);

public sealed class MariaDbPanelTests(CaseFixture<MariaDb> portal) : PanelTests<MariaDb>(portal);

/// <summary>What the pages of an agreement and of a partner say beside their fields.</summary>
public abstract class PanelTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task The_page_of_an_agreement_says_why_it_is_not_in_force()
    {
        var agreement = await portal.PutAgreementAsync(new() { Partners = null, From = "2026-04-01", To = "2026-12-31" });
        using var college = await portal.SignInAsync("colA1");
        var text = (await college.OpenAsync(RecordAddress.Of(AgreementSamples.Agreement, agreement))).Text;
        foreach (var reason in new[] { "未生效", "我方已于 2026-01-10 签署", "外方还没有签署", "2026-04-01 起才生效", "2026-12-31 到期，还有 304 天", "没有终止" })
            Assert.Contains(reason, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_rests_on_an_agreement_goes_on_under_a_flag_when_it_has_expired_and_takes_in_nobody()
    {
        var agreement = await portal.PutAgreementAsync(new() { To = "2026-03-01" });
        var project = await portal.RestingAsync(AgreementSamples.Project, "active", "agreements", agreement, "2026-02-10");
        var programme = await portal.RestingAsync(AgreementSamples.Programme, "open", "agreement", agreement, "2026-07-01", "STU");
        await portal.RestingAsync(AgreementSamples.Project, "closed", "agreements", agreement, "2026-02-10");
        await portal.RestingAsync(AgreementSamples.Project, "active", "agreements", agreement, "2026-02-10", unit: "外国语学院");
        using var college = await portal.SignInAsync("colA1");
        var page = await college.OpenAsync(RecordAddress.Of(AgreementSamples.Agreement, agreement));
        var resting = page.TextsOf("#resting li");
        Assert.Equal(3, resting.Count);
        Assert.Equal([await portal.NoAsync(project), await portal.NoAsync(programme)], resting.Where(text => text.Contains("协议已到期", StringComparison.Ordinal)).Select(text => text.Split(' ')[1]).Order());
        Assert.Equal("active", await portal.StateAsync(project));

        var applicant = await portal.As("s1").CreateAsync(
            "exchange.outbound-student", ("programme", await portal.NoAsync(programme)), ("student", "s1"), ("studentNo", "1"), ("consent", "true"), ("insurance", "x"), ("emergencyContact", "x"));
        await portal.Database.ExecuteAsync("update toolkit_record set data = replace(data, 'applyFrom', 'unused') where id = @programme", new { programme });
        Assert.Contains("不再接收新的学生（第五条）", (await Assert.ThrowsAsync<RefusedException>(() => portal.As("s1").SubmitAsync(applicant.Id))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Students_out_and_in_stand_beside_the_places_year_by_year()
    {
        var partner = await portal.PartnerAsync("格拉茨工业大学", "AT");
        var agreement = await portal.PutAgreementAsync(new(), partner);
        await portal.Database.ExecuteAsync(
            "update toolkit_record set data = @data where id = @agreement",
            new { agreement, data = """{"ourSignedOn":"2026-01-10","partnerSignedOn":"2026-01-12","effectiveFrom":"2026-02-01","expiresOn":"2029-01-31","quotas":[{"direction":"out","perYear":3},{"direction":"out","perYear":2},{"direction":"in","perYear":4}]}""" });
        var programme = await portal.RestingAsync(AgreementSamples.Programme, "running", "agreement", agreement, "2026-02-10", "STU");
        await portal.LinkAsync(programme, "partner", partner);
        foreach (var departed in new[] { "2025-09-01", "2026-02-10", "2026-02-11", null })
            await portal.LinkAsync(await portal.PutAsync("exchange.outbound-student", CaseFixture<TDialect>.College, "abroad", Json("actualDepart", departed), "STU"), "programme", programme);
        foreach (var arrived in new[] { "2026-02-20", null })
        {
            var student = await portal.PutAsync("exchange.intl-student", "国际教育学院", "registered", Json("arrivedOn", arrived), "status");
            await portal.Database.ExecuteAsync("update toolkit_record set start_on = @arrived where id = @student", new { arrived, student });
            await portal.LinkAsync(student, "agreement", agreement);
            await portal.LinkAsync(student, "homeSchool", partner);
        }

        using var ieo = await portal.SignInAsync("ieo1");
        var page = await ieo.OpenAsync(RecordAddress.Of(AgreementSamples.Agreement, agreement));
        Assert.Contains("每年名额：派出 5 人，接收 4 人", page.Text, StringComparison.Ordinal);
        Assert.Equal([["2026", "2", "1", "多派出 1"], ["2025", "1", "0", "多派出 1"]], page.Rows("#balance"));
        page = await ieo.OpenAsync(RecordAddress.Of("exchange.partner", partner));
        Assert.Equal([["2026", "2", "1", "多派出 1"], ["2025", "1", "0", "多派出 1"]], page.Rows("#balance"));
        Assert.Contains("有效", Assert.Single(page.TextsOf("#partner-agreements li")), StringComparison.Ordinal);
        Assert.Contains("学生出国项目", Assert.Single(page.TextsOf("#partner-projects li")), StringComparison.Ordinal);
    }

    private static string Json(string field, string? value) => value is null ? "{}" : new JsonObject { [field] = value }.ToJsonString();
}
