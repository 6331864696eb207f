using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>签证、居留许可、工作许可 kept by 国际交流处 (Art. 6(6), 6(8)), 临时居留证明 of students by 保卫处 (Art. 9(7)).</summary>
internal sealed class ImmigrationDocType : RecordType
{
    public const string TypeKey = "exchange.immigration-doc";
    public const string End = "end";

    public override string Key => TypeKey;

    public override string Label => "签证与居留";

    public override string Prefix => "QZ";

    public override string Group => Groups.Students;

    public override bool HasCommonFields => false;

    public override string? PersonalPage => Addresses.OwnFile;

    public override string ApprovedState => "to-apply";

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new("permit", "签证与许可"), new("temporary", "留学生临时居留证明")];

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("to-apply", "待办", StateKind.Mine),
        new("applied", "已申请", StateKind.Pending),
        new("valid", "有效", StateKind.Passed),
        new("closed", "已注销", StateKind.NotRequired, IsFinal: true),
    ];

    public override IReadOnlyList<Field> Fields => ImmigrationFields.All;

    public override (string? Start, string? End) Period => ("issuedOn", "expiresOn");

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new("apply", ["to-apply", "valid"], "applied", "登记申请", Act.Custody),
        new("issue", ["to-apply", "applied"], "valid", "登记证件", Act.Custody),
        new(RecordMove.Close, ["to-apply", "applied", "valid"], "closed", "注销", Act.Custody) { NeedsReason = true },
        new(End, ["to-apply", "applied", "valid"], "closed", "随离校离职注销") { IsInternal = true },
        Derived.Move,
    ];

    public override IReadOnlyList<Grant> Grants { get; } = Matrix.OfPeople(TypeKey);

    public override IReadOnlyList<RecordGuard> Guards { get; } = [new("issue", "", PassportAsync) { OnlyWarns = true }];

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new("apply", "申请居留许可", (record, settings) => record.Is("kind", "residence") ? Dates.After(record.Date("enteredOn"), settings.Number(ExchangeSettings.PermitApplyDays)) : null, IsTakenUp)
            { Offices = [Offices.Exchange] },
        new("register-student", "办理临时居留证明", (record, settings) => Registration(record, settings, "student"), IsTakenUp) { Offices = [Offices.Security] },
        new("register-teacher", "办理住宿登记", (record, settings) => Registration(record, settings, "teacher"), IsTakenUp) { Offices = [Offices.Exchange] },
        new("decision", "领取证件", (record, settings) => record.IsIn("applied") ? Dates.After(record.Date("appliedOn"), settings.Number(ExchangeSettings.PermitDecisionDays)) : null, record => record.IsIn("valid"))
            { Offices = [Offices.Exchange] },
        new("renew", "申请延期", (record, settings) => record.IsIn("valid") && !record.Is("kind", "temporary") ? Dates.After(record.Date("expiresOn"), -settings.Number(ExchangeSettings.PermitRenewDays)) : null, record => record.IsIn("applied"))
            { Offices = [Offices.Exchange] },
    ];

    public override int IdsPerChange => (2 * RecordWriter.IdsPerRecord) + 1;

    public override string FacetOf(RecordView record) => record.Is("kind", "temporary") && record.Is("holderType", "student") ? "temporary" : "permit";

    public override string TitleOf(RecordView record) =>
        $"{(record.Ref("teacher") ?? record.Ref("student"))?.Title} {Find("kind")!.Choices.FirstOrDefault(choice => choice.Key == record["kind"])?.Label}".Trim();

    public override long? PersonOf(RecordView record) => record.Person("holderAccount")?.Id;

    public override IReadOnlyList<long> PartnersOf(RecordView record) => record.Units("holderUnit");

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if ((change.After.Ref("teacher") ?? change.After.Ref("student")) is not { } holder)
            return;
        if (change.After.IsIn("draft") && await writer.FindAsync(holder.Id) is { } person)
            await Derived.SetAsync(writer, change.After, "带出持有人信息", ImmigrationHolder.Taken(person));
        if (change.Entered("valid") && change.Before?.Has("expiresOn") == true && change.After.Is("kind", "residence"))
            await TemporaryResidence.OpenAsync(writer, change.After, change.After["holderType"]!, holder, writer.Now);
    }

    private static bool IsTakenUp(RecordView record) => !record.IsIn("draft", "to-apply");

    private static DateTime? Registration(RecordView record, RecordSettings settings, string holderType) =>
        record.Is("kind", "temporary") && record.Is("holderType", holderType) ? record.Time("checkedInAt")?.AddHours(settings.Number(ExchangeSettings.LodgingHours)) : null;

    private static async Task<string?> PassportAsync(RecordContext context) =>
        (context.Record.Ref("teacher") ?? context.Record.Ref("student")) is { } holder
        && await context.FindAsync(holder.Id) is { } person
        && person.Date("passportExpires") is { } passport && passport < context.Record.Date("expiresOn")
            ? $"护照（{passport:yyyy-MM-dd} 到期）先于许可到期，请提醒换发"
            : null;
}
