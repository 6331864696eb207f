using System.Text.Json.Nodes;
using Portal.Testing;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Trips;

/// <summary>Trips and documents of the cases; the six people of the fixture travel.</summary>
internal static class TripCases
{
    public const string Trip = "exchange.staff-trip";
    public const string Document = "exchange.travel-document";

    private static int _numbers;

    /// <summary>A draft with its invitation.</summary>
    public static async Task<RecordView> DraftTripAsync<T>(this CaseFixture<T> portal, string from, string to, params string[] members)
        where T : ITestDialect
    {
        var draft = await portal.As("colA1").CreateAsync(
            Trip,
            [
                ("title", "赴德访问"), ("unitHead", "colAh"), ("kind", "visit"), ("mode", "group"), ("countries", "DE"), ("departOn", from), ("returnOn", to),
                ("inviter", "示例应用科技大学"), ("task", "商谈合作"), ("itinerary[0].day", from), ("itinerary[0].place", "柏林"), ("funding", "学院经费"), ("budget", "60000"), ("pledge", "true"),
                .. members.SelectMany((member, index) => new (string, string)[]
                {
                    ($"members[{index}].person", member), ($"members[{index}].role", index == 0 ? "leader" : "member"), ($"members[{index}].post", "教师"),
                }),
            ]);
        await portal.FilesAsync(draft.Id, "invitation");
        return draft;
    }

    /// <summary>A trip in a later state, with its members.</summary>
    public static async Task<long> TripAsync<T>(this CaseFixture<T> portal, string state, string from, string to, params string[] members)
        where T : ITestDialect
    {
        var rows = new JsonArray();
        foreach (var member in members)
            rows.Add(new JsonObject { ["person"] = await portal.PersonAsync(member), ["role"] = "member", ["post"] = "教师" });
        var values = new JsonObject { ["departOn"] = from, ["returnOn"] = to, ["members"] = rows };
        return await portal.PutAsync(Trip, CaseFixture<T>.College, state, values.ToJsonString(), title: "赴德访问");
    }

    /// <summary>An official passport in custody.</summary>
    public static async Task<long> PassportAsync<T>(this CaseFixture<T> portal, string holder)
        where T : ITestDialect
    {
        var document = await portal.As("ieo1").SubmitNewAsync(
            Document,
            ("kind", "official-passport"),
            ("holder", holder),
            ("holderUnit", CaseFixture<T>.College),
            ("number", $"SE{Interlocked.Increment(ref _numbers):0000000}"),
            ("issuedOn", "2025-01-01"),
            ("expiresOn", "2030-01-01"));
        await portal.As("ieo1").MoveAsync(document.Id, "hand-in");
        return document.Id;
    }

    public static async Task LendAsync<T>(this CaseFixture<T> portal, long document, long trip)
        where T : ITestDialect => await portal.As("ieo1").MoveAsync(document, "lend", ("trip", await portal.NoAsync(trip)));

    /// <summary>The summary of a trip, filed by the home office.</summary>
    public static async Task FileSummaryAsync<T>(this CaseFixture<T> portal, long trip)
        where T : ITestDialect
    {
        var summary = await portal.As("colA1").SubmitNewAsync(
            "exchange.trip-summary", ("trip", await portal.NoAsync(trip)), ("content", string.Concat(Enumerable.Repeat("出访任务全部完成，双方商定联合培养。", 8))), ("discipline", "no"));
        await portal.PassAsync(summary.Id, "ieo1");
    }

    public static (string Field, string Value)[] Review(string person, string until) =>
    [
        ("personType", "staff"), ("person", person), ("personUnit", "工程学院"), ("purpose", "trip"), ("result", "agree"), ("reviewedOn", "2026-03-02"), ("validTo", until),
    ];
}
