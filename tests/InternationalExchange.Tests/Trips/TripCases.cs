using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;
using Portal.Units;

namespace Portal.InternationalExchange.Tests.Trips;

/// <summary>Trips and documents of the cases: 2026-05-10 to 2026-05-16 unless said otherwise.</summary>
internal static class TripCases
{
    public const string Trip = "exchange.staff-trip";
    public const string Document = "exchange.travel-document";
    public const string Review = "exchange.political-review";
    public const string Summary = "exchange.trip-summary";

    private static readonly string[] _route = ["ieo1", "colAh", "org1", "hr1", "ieo1", "sch1"];
    private static int _number = 10_000_000;

    /// <summary>A member of staff who only travels.</summary>
    public static async Task StaffAsync<T>(this CaseFixture<T> portal, params (string Account, string Name)[] people)
        where T : ITestDialect
    {
        var unit = await portal.UnitIdAsync(CaseFixture<T>.College);
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IDemoOrganisation>()
            .PeopleAsync([.. people.Select(person => new DemoPerson(person.Account, person.Name, Permissions.TeacherRole, unit))], CancellationToken.None);
    }

    /// <summary>The draft of a trip with its letter of invitation.</summary>
    public static async Task<long> DraftTripAsync<T>(this CaseFixture<T> portal, string from, string to, string[] members, string clerk = "colA1", string head = "colAh")
        where T : ITestDialect
    {
        (string, string)[] fields =
        [
            ("title", "赴泰国访问"), ("unitHead", head), ("kind", "visit"), ("mode", "group"), ("countries", "TH"), ("departOn", from), ("returnOn", to),
            ("inviter", "清迈大学"), ("task", "商谈合作"), ("funding", "学院经费"), ("budget", "50000"), ("pledge", "true"), ("itinerary[0].day", from), ("itinerary[0].place", "清迈"),
            .. members.Select((account, index) => ($"members[{index}].person", account)),
            .. members.Select((_, index) => ($"members[{index}].role", index == 0 ? "leader" : "member")),
            .. members.Select((_, index) => ($"members[{index}].post", "教师")),
        ];
        var id = (await portal.As(clerk).CreateAsync(Trip, fields)).Id;
        await portal.AttachAsync(id, "invitation", "邀请函.pdf");
        return id;
    }

    /// <summary>Filed in time, vetted and approved by the school.</summary>
    public static async Task<long> ApprovedTripAsync<T>(this CaseFixture<T> portal, string from, string to, string[] members)
        where T : ITestDialect
    {
        foreach (var member in members)
            await portal.VetAsync(member, "2026-12-31");
        var id = await portal.DraftTripAsync(from, to, members);
        await portal.As("colA1").SubmitAsync(id);
        foreach (var account in _route)
            await portal.As(account).DecideAsync(id);
        return id;
    }

    public static Task VetAsync<T>(this CaseFixture<T> portal, string member, string validTo, string result = "agree", string by = "org1", string on = "2026-03-01")
        where T : ITestDialect => portal.As(by).SubmitNewAsync(
            Review, ("personType", "staff"), ("person", member), ("personUnit", CaseFixture<T>.College), ("purpose", "trip"), ("result", result), ("reviewedOn", on), ("validTo", validTo));

    /// <summary>Back on the planned day, with documents or without.</summary>
    public static async Task ReturnAsync<T>(this CaseFixture<T> portal, long trip, string from, string to)
        where T : ITestDialect
    {
        await portal.As("colA1").MoveAsync(trip, "depart", ("actualDepartOn", from));
        await portal.As("colA1").MoveAsync(trip, "return", ("actualReturnOn", to), ("actualCost", "48000"));
    }

    /// <summary>The summary of a trip, accepted by 国际交流处.</summary>
    public static async Task SummariseAsync<T>(this CaseFixture<T> portal, long trip)
        where T : ITestDialect
    {
        var summary = await portal.As("colA1").SubmitNewAsync(Summary, ("trip", await portal.NoAsync(trip)), ("content", new string('结', 120)), ("discipline", "no"));
        await portal.As("ieo1").DecideAsync(summary.Id);
    }

    /// <summary>A registered document, not handed in yet.</summary>
    public static Task<RecordView> RegisterAsync<T>(this CaseFixture<T> portal, string holder, string kind = "official-passport", string rank = "middle", string? number = null)
        where T : ITestDialect
    {
        List<(string, string)> fields =
        [
            ("kind", kind), ("holder", holder), ("holderUnit", CaseFixture<T>.College), ("number", number ?? $"E{Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture)}"),
            ("issuedOn", "2024-01-01"), ("expiresOn", "2028-12-31"),
        ];
        var isPrivate = kind.StartsWith("private", StringComparison.Ordinal);
        if (isPrivate)
            fields.AddRange([("rank", rank), ("appointedOn", "2026-03-02")]);
        return portal.As(isPrivate ? "org1" : "ieo1").SubmitNewAsync(Document, [.. fields]);
    }

    /// <summary>An official document in the safe.</summary>
    public static async Task<long> InCustodyAsync<T>(this CaseFixture<T> portal, string holder)
        where T : ITestDialect
    {
        var id = (await portal.RegisterAsync(holder)).Id;
        await portal.As("ieo1").MoveAsync(id, "hand-in");
        return id;
    }

    public static async Task LendAsync<T>(this CaseFixture<T> portal, long document, long trip)
        where T : ITestDialect => await portal.As("ieo1").MoveAsync(document, "lend", ("trip", await portal.NoAsync(trip)));

    public static async Task<RecordView> FindAsync<T>(this CaseFixture<T> portal, long id)
        where T : ITestDialect
    {
        await using var scope = await portal.EnterAsync("ieo1");
        return (await scope.ServiceProvider.GetRequiredService<RecordSightQueries>().ReadAsync(ExchangeBook.Id, sight => sight.FindAsync(id), CancellationToken.None))!;
    }
}
