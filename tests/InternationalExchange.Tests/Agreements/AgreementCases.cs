using System.Text.Json.Nodes;
using Portal.Testing;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Agreements;

/// <summary>Agreements and what rests on them.</summary>
internal static class AgreementCases
{
    public const string Agreement = "exchange.agreement";

    public static Task<long> PartnerAsync<T>(this CaseFixture<T> portal)
        where T : ITestDialect => portal.PutAsync("exchange.partner", "国际交流处", "verified", """{"nameCn":"示例应用科技大学","country":"DE"}""", title: "示例应用科技大学");

    /// <summary>M of the cases, in any state.</summary>
    public static async Task<long> AgreementAsync<T>(this CaseFixture<T> portal, string state, string? ours = null, string? theirs = null, string from = "2026-03-10", string to = "2029-03-09")
        where T : ITestDialect
    {
        var values = new JsonObject
        {
            ["kind"] = "memorandum", ["signLevel"] = "school", ["partners"] = new JsonArray(await portal.RefAsync(await portal.PartnerAsync())),
            ["checks"] = new JsonArray("interests", "equal", "secrets"), ["effectiveFrom"] = from, ["expiresOn"] = to,
        };
        if (ours is not null)
            values["ourSignedOn"] = ours;
        if (theirs is not null)
            values["partnerSignedOn"] = theirs;
        return await portal.PutAsync(Agreement, CaseFixture<T>.College, state, values.ToJsonString(), title: "协议 M");
    }

    /// <summary>P of the cases: approved, and resting on an agreement.</summary>
    public static async Task<long> ProjectAsync<T>(this CaseFixture<T> portal, long agreement, string start)
        where T : ITestDialect => await portal.PutAsync(
            "exchange.project",
            CaseFixture<T>.College,
            "approved",
            new JsonObject { ["kind"] = "exchange", ["agreements"] = new JsonArray(await portal.RefAsync(agreement)), ["startOn"] = start, ["endOn"] = "2028-12-31" }.ToJsonString(),
            "teaching",
            "项目 P");

    /// <summary>The draft of an agreement with its two texts.</summary>
    public static async Task<RecordView> DraftAgreementAsync<T>(this CaseFixture<T> portal, string from, string to)
        where T : ITestDialect
    {
        var draft = await portal.As("colA1").CreateAsync(
            Agreement,
            ("title", "学生交流备忘录"),
            ("unitHead", "colAh"),
            ("kind", "memorandum"),
            ("partners", await portal.NoAsync(await portal.PartnerAsync())),
            ("signLevel", "school"),
            ("checks", "interests;equal;secrets"),
            ("effectiveFrom", from),
            ("expiresOn", to));
        await portal.FilesAsync(draft.Id, "textCn", "textForeign");
        return draft;
    }

    public static (string Field, string Value)[] Signature(string on, string? theirs = null) =>
    [
        ("contractNo", "HT-1"), ("signatory", "章明礼"), ("signAs", "legal"), ("ourSignedOn", on), .. theirs is null ? Array.Empty<(string, string)>() : [("partnerSignedOn", theirs)],
    ];
}
