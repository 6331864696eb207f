using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>证照: official ones with 国际交流处 (Art. 6(4)), private ones of cadres with 组织部 (Art. 9(1)2).</summary>
internal sealed class TravelDocumentType : RecordType
{
    public const string TypeKey = "exchange.travel-document";
    public const string HandInDue = "hand-in";
    public const string OfficialDue = "return-official";
    public const string PrivateDue = "return-private";

    public override string Key => TypeKey;

    public override string Label => "证照";

    public override string Prefix => "ZH";

    public override string Group => Groups.Trips;

    public override bool IsSensitive => true;

    public override bool HasCommonFields => false;

    public override bool MayImport => true;

    public override string ApprovedState => "expected";

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new("official", "因公证照"), new("private", "因私证照")];

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("expected", "待上交", StateKind.Mine),
        new("in-custody", "在库", StateKind.Passed),
        new("out", "已领出", StateKind.SourceFault),
        new("lost", "遗失", StateKind.Failed),
        new("cancelled", "注销", StateKind.NotRequired, IsFinal: true),
    ];

    public override IReadOnlyList<Field> Fields => DocumentFields.All;

    public override (string? Start, string? End) Period => ("issuedOn", "expiresOn");

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new("hand-in", ["expected"], "in-custody", "登记上交", Act.Custody),
        new("lend", ["in-custody"], "out", "领用", Act.Custody),
        new("return", ["out"], "in-custody", "归还", Act.Custody),
        new("lose", ["in-custody", "out"], "lost", "登记遗失", Act.Custody) { NeedsReason = true },
        new("find", ["lost"], "in-custody", "登记找回", Act.Custody) { NeedsReason = true },
        new(RecordMove.Cancel, ["expected", "in-custody", "lost"], "cancelled", "注销", Act.Custody) { NeedsReason = true },
        TripLock.LiftIn(["out"], Act.Custody),
        Rules.Moves.OfSystem("out"),
    ];

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordKey> Keys { get; } =
        [new(DocumentFields.Number, record => record[DocumentFields.Number], "这个证号已经登记过") { FromDraft = true }];

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        RecordGuard.Of($"{RecordGuard.Save},{RecordGuard.Submit}", "第九条一2", "仅限中层及以上干部", record => !record.Is("rank", "none") || DocumentDates.IsOfficial(record)),
        new("lend", "第六条四", TripAsync),
        new("lend", "第九条一2", context => Task.FromResult(context.Record.Date("plannedReturn") < context.Today && !DocumentDates.IsOfficial(context.Record) ? "预计回国日期早于今天" : null)),
        TripLock.LiftGuard,
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new(HandInDue, "上交因私证照", DocumentDates.HandInDue, record => !record.IsIn("draft", "expected")) { Offices = [Offices.Organisation] },
        new(OfficialDue, "交回因公证照", (record, settings) => DocumentDates.IsOfficial(record) ? DocumentDates.ReturnDue(record, settings) : null, IsBack) { Offices = [Offices.Exchange] },
        new(PrivateDue, "交回因私证照", (record, settings) => DocumentDates.IsOfficial(record) ? null : DocumentDates.ReturnDue(record, settings), IsBack) { Offices = [Offices.Organisation] },
        new("expiry", "证照到期", (record, _) => record.IsIn("in-custody", "out") ? Dates.Day(record.Date("expiresOn")) : null, _ => false) { RemindDays = [180, 90, 30, 0], IsNotice = true },
    ];

    public override int IdsPerChange => 2 * RecordWriter.IdsPerRecord;

    public override string FacetOf(RecordView record) => record.Has("kind") && !DocumentDates.IsOfficial(record) ? "private" : "official";

    public override string TitleOf(RecordView record) =>
        $"{record.Person("holder")?.Name} {DocumentFields.KindOf(record)} {DocumentFields.TailOf(record)}".Trim();

    public override long? PersonOf(RecordView record) => record.Person("holder")?.Id;

    public override IReadOnlyList<long> PartnersOf(RecordView record) => record.Units("holderUnit");

    public override Task ChangedAsync(RecordChange change, RecordWriter writer) => DocumentLedger.WriteAsync(change, writer);

    private static bool IsBack(RecordView document) => document.IsIn("in-custody");

    private static async Task<string?> TripAsync(RecordContext context)
    {
        if (!DocumentDates.IsOfficial(context.Record) || context.Record.Ref("trip") is not { } reference)
            return null;

        // Whoever cancels the trip meanwhile tells the documents that are out; this one must be among them.
        await context.LockAsync(reference.Id);
        if (await context.FindAsync(reference.Id) is not { } trip)
            return null;
        if (!trip.IsIn("approved", "docs-out", "abroad"))
            return "出访还没有批准，不能领取证照";
        if (!trip.Rows("members").SelectMany(row => row.People("person")).Any(person => person.Id == context.Record.Person("holder")?.Id))
            return "持有人不在这次出访的团组中";
        return context.Record.Date("expiresOn") < trip.Date("returnOn") ? "证照在返回之前到期，请先换发" : null;
    }
}
