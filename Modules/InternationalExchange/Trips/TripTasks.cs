using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Safety;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>What is owed before a trip goes on, state by state, in the words of the guards.</summary>
internal static class TripTasks
{
    /// <summary>The next step with what it needs; empty when nothing comes any more.</summary>
    public static (string Label, IReadOnlyList<TripTask> Tasks) Of(TripPapers papers) => papers.Trip.State switch
    {
        "draft" or "returned" => ("提交报备", Filing(papers)),
        "in-review" => ("学校批准", Approval(papers)),
        "approved" or "docs-out" => ("出发", Departure(papers)),
        "abroad" => ("登记返回", [new($"计划 {papers.Trip.Date("returnOn"):yyyy-MM-dd} 返回，返回后登记实际日期", papers.Trip.Has("actualReturnOn"))]),
        "returned-home" or "summary-filed" => ("办结", Closing(papers)),
        _ => ("", []),
    };

    private static IReadOnlyList<TripTask> Filing(TripPapers papers)
    {
        var trip = papers.Trip;
        var days = TripDates.ApplicationDays(trip, papers.Settings);
        return
        [
            new("填写团组成员和日程", trip.Has("members") && trip.Has("itinerary")),
            new("上传邀请函及译文", trip.HasFile("invitation")),
            new($"出发前报备，一般提前 {days} 天", trip.Date("departOn") >= papers.Today.AddDays(days)),
            new("成员和本单位没有出访限制", papers.Debts.Count == 0),
        ];
    }

    private static IReadOnlyList<TripTask> Approval(TripPapers papers) =>
    [
        new($"组织部政审：{papers.Members.Count} 人，有效期须到返回日期", papers.Reviews.Values.All(review => review.Verdict == PoliticalReviewVerdict.Enough)),
        new("各环节审核同意", false),
    ];

    private static IReadOnlyList<TripTask> Departure(TripPapers papers)
    {
        var trip = papers.Trip;
        var days = papers.Settings.Number(ExchangeSettings.PublicityDays);
        return
        [
            new($"出访前公示 {days} 个工作日", TripDates.DaysShown(trip, papers.Calendar) >= days),
            new("通过涉外保密审查", papers.IsCleared, $"{RecordAddress.NewOf(ConfidentialityReviewType.TypeKey)}?target=trip&trip={Uri.EscapeDataString(trip.No)}"),
            new("登记任务批件号", trip.Has("taskApprovalNo")),
            new("行前教育", trip.Has("briefingOn")),
            new($"在国际交流处领取证照，已领 {papers.Lent.Count()} 本", papers.Lent.Any()),
            new("登记实际出发日期；不能成行的登记未出行", false),
        ];
    }

    private static TripTask Cost(RecordView trip) => trip.Money(Thrift.Cost) is not { } cost
        ? new("登记实际支出", false)
        : new($"实际支出 {cost:#,##0.00} 元，预算 {trip.Money(Thrift.Budget):#,##0.00} 元{(Thrift.IsOver(trip) ? "，须有超支说明" : "")}", !Thrift.IsOver(trip) || trip.Has(Thrift.NoteId));

    private static IReadOnlyList<TripTask> Closing(TripPapers papers)
    {
        var trip = papers.Trip;
        var lent = papers.Lent.ToArray();
        var due = TripDates.SummaryDue(trip, papers.Settings);
        var summary = papers.Summary is { } found
            ? new TripTask($"出访总结 {found.No} 由国际交流处备案", found.IsIn("filed"), RecordAddress.Of(found))
            : new TripTask($"提交出访总结，截止 {due:yyyy-MM-dd}", false, $"{RecordAddress.NewOf(TripSummaryType.TypeKey)}?trip={Uri.EscapeDataString(trip.No)}");
        return
        [
            summary,
            Cost(trip),
            new(lent.Length == 0 ? "证照已全部交回" : $"证照交回：还有 {lent.Length} 本在外，截止 {lent.Select(document => DocumentDates.ReturnDue(document, papers.Settings)).Min():yyyy-MM-dd}", lent.Length == 0),
            new(papers.Incidents.Count == 0 ? "没有未办结的重大事项" : $"重大事项 {Names.Join(papers.Incidents.Select(incident => incident.No))} 办结", papers.Incidents.Count == 0),
        ];
    }
}
