using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Students;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>Content of a travel document.</summary>
internal static class DocumentFields
{
    public const string OwedFrom = "owedFrom";
    public const string TripCancelled = "tripCancelled";
    public const string Ledger = "ledger";
    public const string Number = "number";

    private const int Tail = 4;
    private const string Kinds =
        "official-passport=因公护照;official-hmt=因公往来港澳通行证;private-passport=因私护照;private-hm=因私往来港澳通行证;private-tw=因私往来台湾通行证";

    public static IReadOnlyList<Field> All { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: Kinds) { Open = true, InList = true },
        new("holder", "持有人", FieldKind.Person) { Open = true },
        new("holderUnit", "持有人单位", FieldKind.Unit) { Open = true, InList = true },
        new("rank", "职级", FieldKind.Choice, Options: "none=无职务;middle=中层;senior=校级", ShowIf: IsPrivate) { Open = true },
        new("appointedOn", "任职日期", FieldKind.Date, Required: false, ShowIf: IsPrivate) { Open = true, Hint = "新任干部须在任职后按期上交因私证照。" },
        new(Number, "证号", FieldKind.Text, Sensitive: true, Max: 30, Check: record => Passports.Fault(record[Number])) { Normalise = Passports.Normalise },
        new("issuedOn", "签发日期", FieldKind.Date) { Open = true },
        new("expiresOn", "有效期至", FieldKind.Date, Check: Dates.NotBefore("expiresOn", "issuedOn", "有效期早于签发日期")) { Open = true, InList = true },
        new("place", "存放位置", FieldKind.Text, Required: false) { Kept = true },
        new("trip", "出访", FieldKind.Ref, RefType: StaffTripType.TypeKey, ShowIf: DocumentDates.IsOfficial) { AskedBy = "lend", Open = true },
        new("reason", "领用事由", FieldKind.Text, ShowIf: IsPrivate) { AskedBy = "lend" },
        new("approvedBy", "审批人和文号", FieldKind.Text, ShowIf: IsPrivate) { AskedBy = "lend" },
        new("plannedReturn", "预计回国日期", FieldKind.Date, ShowIf: IsPrivate) { AskedBy = "lend", Open = true },
        TripLock.LiftedUntil,
        new(OwedFrom, "归还期限起算日", FieldKind.Date, Required: false) { AskedBy = Moves.System, Open = true },
        new(TripCancelled, "出访已取消", FieldKind.YesNo, Required: false) { AskedBy = Moves.System, Open = true },
        new(Ledger, "领用登记", FieldKind.Rows, Required: false, Max: 1000, Columns:
        [
            new("type", "类型", FieldKind.Choice, Options: "hand-in=上交;lend=领用;return=归还;lose=遗失;find=找回"),
            new("on", "日期", FieldKind.Date),
            new("trip", "因公出国", FieldKind.Ref, Required: false, RefType: StaffTripType.TypeKey),
            new("reason", "事由", FieldKind.Text, Required: false),
            new("dueOn", "应归还日期", FieldKind.Date, Required: false),
            new("by", "经办人", FieldKind.Text, Required: false),
        ]) { AskedBy = Moves.System },
    ];

    /// <summary>因公护照; empty before the kind was chosen.</summary>
    public static string KindOf(RecordView document) => All.First(field => field.Id == "kind").Choices.LabelOf(document["kind"] ?? "");

    /// <summary>****5678: what may be read aloud at the desk; a short number shows nothing of itself.</summary>
    public static string TailOf(RecordView document) => document[Number] switch
    {
        null => "",
        { Length: > 2 * Tail } number => $"****{number[^Tail..]}",
        _ => "****",
    };

    private static bool IsPrivate(RecordView record) => record.Has("kind") && !DocumentDates.IsOfficial(record);
}
