using Portal.InternationalExchange.Pages.Documents;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Trips;

/// <summary>The panel of a trip. It shows no more of a review or document than the post may see of the record itself.</summary>
internal sealed class TripPanel(RecordSightQueries sights, RecordLinkQueries links, RecordCatalog catalog, RecordAccess access) : IRecordPanel
{
    public string Type => StaffTripType.TypeKey;

    public async Task<RecordPanelView?> FindAsync(RecordView record, RecordRights rights, CancellationToken cancellationToken)
    {
        var papers = await sights.ReadAsync(ExchangeBook.Id, sight => TripPapers.ReadAsync(sight, record), cancellationToken);
        var open = await links.OpenAsync(
            [
                .. papers.Reviews.Values.Select(review => review.ReviewId).OfType<long>(),
                .. papers.Documents.SelectMany(documents => documents).Select(document => document.Id),
                .. papers.Debts.Select(debt => debt.Record.Id),
            ],
            cancellationToken);
        var (label, tasks) = TripTasks.Of(papers);
        return new("手续与限制", "/Areas/InternationalExchange/Pages/Trips/_Panel.cshtml", new TripPanelModel
        {
            TripId = record.Id,
            ShowsReviews = access.MayOpen(catalog.Get(PoliticalReviewType.TypeKey)),
            ShowsDocuments = Reads(access.ReachOf(catalog.Get(TravelDocumentType.TypeKey)), DocumentDesk.Official.Facet),
            Members = [.. record.Rows("members").Where(row => row.Has("person")).Select(row => MemberOf(papers, row, row.Person("person")!, open))],
            UnitLocks = [.. papers.Debts.Where(debt => debt.LocksUnit(record.UnitId)).Select(debt => new TripNote(debt.MessageForUnit(NameOf(debt.Record, open)), UrlOf(debt.Record, open)))],
            NextLabel = label,
            Tasks = tasks,
        });
    }

    private static bool Reads(RecordReach reach, string facet) =>
        reach.AllFacets is null || reach.AllFacets.Contains(facet) || (reach.UnitIds.Count > 0 && reach.UnitFacets?.Contains(facet) != false);

    private TripMemberState MemberOf(TripPapers papers, RecordValues row, RecordPerson person, IReadOnlySet<long> open)
    {
        var review = papers.Reviews[person.Id];
        return new(
            person.Name,
            catalog.Get(StaffTripType.TypeKey).Find("members")!.Columns!.First(column => column.Id == "role").Choices.LabelOf(row["role"] ?? ""),
            row["post"] ?? "",
            BadgeOf(review),
            review.ReviewId is { } id && open.Contains(id) ? RecordAddress.Of(PoliticalReviewType.TypeKey, id) : null,
            [.. papers.Documents[person.Id].Select(document => StateOf(papers, document, open))],
            [.. papers.Debts.Where(debt => debt.Record.Id != papers.Trip.Id && debt.People.Any(owing => owing.Id == person.Id)).Select(debt => new TripNote(debt.MessageFor(person, NameOf(debt.Record, open)), UrlOf(debt.Record, open)))]);
    }

    private RecordRef NameOf(RecordView record, IReadOnlySet<long> open) => open.Contains(record.Id) ? record.Reference : new(record.Id, "", catalog.Get(record.Row.Type).Label);

    private static string? UrlOf(RecordView record, IReadOnlySet<long> open) => open.Contains(record.Id) ? RecordAddress.Of(record) : null;

    private static StateBadge BadgeOf(PoliticalReviewState review) => review.Verdict switch
    {
        PoliticalReviewVerdict.Enough => new() { Kind = StateKind.Passed, Text = "同意", Detail = $"有效期至 {review.ValidTo:yyyy-MM-dd}" },
        PoliticalReviewVerdict.TooShort => new() { Kind = StateKind.Failed, Text = "有效期不足", Detail = $"只到 {review.ValidTo:yyyy-MM-dd}" },
        PoliticalReviewVerdict.Refused => new() { Kind = StateKind.Failed, Text = "不同意" },
        _ => new() { Kind = StateKind.Pending, Text = "没有政审" },
    };

    private static TripDocumentState StateOf(TripPapers papers, RecordView document, IReadOnlySet<long> open)
    {
        var due = DocumentDates.ReturnDue(document, papers.Settings) is { } moment ? DateOnly.FromDateTime(moment) : (DateOnly?)null;
        return document.State switch
        {
            "out" when due < papers.Today => Of(StateKind.Overdue, "逾期未还", $"应于 {due:yyyy-MM-dd} 前交回"),
            "out" when document.Ref("trip")?.Id != papers.Trip.Id => Of(StateKind.SourceFault, "已领出", $"用于 {document.Ref("trip")?.No}"),
            "out" => Of(StateKind.Mine, "已领出", $"应于 {due:yyyy-MM-dd} 前交回"),
            "lost" => Of(StateKind.Failed, "遗失"),
            "expected" => Of(StateKind.Pending, "待上交"),
            _ when document.Date("expiresOn") < papers.Trip.Date("returnOn") => Of(StateKind.Failed, "返回前到期", $"有效期至 {document.Date("expiresOn"):yyyy-MM-dd}"),
            _ => Of(StateKind.Passed, "在库"),
        };

        TripDocumentState Of(StateKind kind, string text, string note = "") => new(DocumentFields.KindOf(document), new() { Kind = kind, Text = text }, note, UrlOf(document, open));
    }
}
