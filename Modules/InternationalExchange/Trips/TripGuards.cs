using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Safety;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>G2 to G5 and what a group needs.</summary>
internal static class TripGuards
{
    public static IReadOnlyList<RecordGuard> All { get; } =
    [
        new(RecordGuard.Submit, "第八条三", context => Task.FromResult(IsFirst(context) && context.Record.Date("departOn") <= context.Today ? "须事先报备" : null)),
        new(RecordGuard.Submit, "第三条", context => Task.FromResult(GroupProblem(context.Record))),
        new(RecordGuard.Submit, TripLock.Article, context => TripLock.FindProblemAsync(context, IsFirst(context))),
        new(RecordGuard.Submit, "第八条三", context => Task.FromResult(TooLate(context))) { StrictSetting = ExchangeSettings.TripStrict },
        new(RecordGuard.Approve, "第八条三", context => Task.FromResult(context.Before?.State == RecordState.InReview.Key && context.Record.Date("returnOn") < context.Today ? "出访日期已过，不予补办" : null)),
        new("depart", "第八条三", context => Task.FromResult(context.Record.Date("actualDepartOn") < DateOnly.FromDateTime(context.Record.Row.CreatedAt) ? "实际出发日期早于报备，须事先报备" : null)),
        new(RecordGuard.Approve, PoliticalReviewRule.Article, ReviewedAsync),
        AgreementRule.InForce(RecordGuard.Approve, "agreements", "departOn", ExchangeSettings.AgreementForTrip),
        new("take-documents,depart", "第六条四", ShownTooShortAsync) { OnlyWarns = true },
        ConfidentialityRule.Reviewed("depart", "trip"),
        TripLock.LiftGuard,
        new(RecordMove.Close, "第六条四", DocumentsAsync),
        new(RecordMove.Close, "第八条四", IncidentAsync),
        Thrift.Explained(RecordMove.Close),
    ];

    public static bool IsOpenIncident(RecordView incident) => incident.IsIn("reported", "handling");

    // A change request of an approved trip may come after departure: dates move (domain, complaint 6).
    private static bool IsFirst(RecordContext context) => context.Record.IsIn("draft", "returned");

    private static string? GroupProblem(RecordView trip)
    {
        var members = trip.Rows("members");
        if (members.SelectMany(row => row.People("person")).GroupBy(person => person.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return $"团组成员重复：{twice.First().Name}";
        if (members.Count > 1 && members.Count(row => row.Is("role", "leader")) != 1)
            return "团组须指定一名团长";
        return trip.Rows("itinerary").Any(row => row.Date("day") < trip.Date("departOn") || row.Date("day") > trip.Date("returnOn")) ? "日程有不在出访日期之内的日子" : null;
    }

    private static string? TooLate(RecordContext context)
    {
        var days = TripDates.ApplicationDays(context.Record, context.Settings);
        return IsFirst(context) && context.Record.Date("departOn") < context.Today.AddDays(days) ? $"距出发少于{days}天" : null;
    }

    private static async Task<string?> ReviewedAsync(RecordContext context) => context.Settings.Is(ExchangeSettings.ReviewOfStaff)
        ? await PoliticalReviewRule.FindProblemAsync(context, TripMembers.Of(context.Record), context.Record.Date("returnOn"))
        : null;

    private static async Task<string?> ShownTooShortAsync(RecordContext context)
    {
        var days = context.Settings.Number(ExchangeSettings.PublicityDays);
        return TripDates.DaysShown(context.Record, await context.WorkDaysAsync()) < days ? $"出访前公示不足{days}个工作日" : null;
    }

    private static async Task<string?> DocumentsAsync(RecordContext context)
    {
        var outside = new List<string>();
        foreach (var document in await TripDocuments.OutsideAsync(context, context.Record.Id))
            outside.Add($"{document.Person("holder")?.Name}（{(await context.NameAsync(document) is { No.Length: > 0 } named ? named.No : "证照")}）");
        return outside.Count == 0 ? null : $"证照还没有交回：{Names.Join(outside)}";
    }

    private static async Task<string?> IncidentAsync(RecordContext context) =>
        (await context.ReferringAsync(IncidentType.TypeKey, "trip")).FirstOrDefault(IsOpenIncident) is { } open
            ? await context.NameAsync(open) is { No.Length: > 0 } named ? $"重大事项 {named.No} 还没有处理完" : "有重大事项还没有处理完"
            : null;
}
