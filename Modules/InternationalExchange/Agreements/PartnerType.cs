using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Agreements;

/// <summary>合作机构, proposed by any unit and verified by 国际交流处 (Art. 5).</summary>
internal sealed class PartnerType : RecordType
{
    public const string TypeKey = "exchange.partner";

    public override string Key => TypeKey;

    public override string Label => "合作机构";

    public override string Prefix => "JG";

    public override string Group => Groups.Cooperation;

    public override bool HasCommonFields => false;

    public override bool MayImport => true;

    public override string? KindField => "type";

    // Whoever proposes an agreement chooses among the verified partners, whoever entered them.
    public override IReadOnlyList<string> KnownStates { get; } = ["verified"];

    public override string ApprovedState => "verified";

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("draft", "拟议", StateKind.Pending),
        new("verified", "已核", StateKind.Passed),
        new("suspended", "暂停", StateKind.SourceFault),
        new("ended", "终止", StateKind.NotRequired, IsFinal: true),
    ];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("nameCn", "中文名", FieldKind.Text),
        new("nameLocal", "外文名", FieldKind.Text) { InList = true },
        new("type", "类型", FieldKind.Choice, Options: "university=高校;institute=科研机构;company=公司;association=协会;other=其他") { InList = true },
        new("country", "国别", FieldKind.Country) { InList = true },
        new("city", "城市", FieldKind.Text, Required: false) { InList = true },
        new("website", "网站", FieldKind.Text, Required: false),
        new("legalStatus", "主体资格", FieldKind.LongText) { Hint = "登记机关、法人资格，或授权其签约的文件。" },
        new("strength", "综合实力", FieldKind.LongText, Required: false),
        new("proof", "资格材料", FieldKind.File, Required: false),
        new("contacts", "联系人", FieldKind.Rows, Required: false, Max: 20, Columns:
        [
            new("name", "姓名", FieldKind.Text),
            new("post", "职务", FieldKind.Text, Required: false),
            new("email", "邮箱", FieldKind.Text, Required: false),
            new("phone", "电话", FieldKind.Text, Required: false),
        ]) { Kept = true },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } = [Steps.Exchange("第五条", "国际交流处核实")];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new("suspend", ["verified"], "suspended", "暂停合作", Act.Execute) { NeedsReason = true },
        new("resume", ["suspended"], "verified", "恢复合作", Act.Execute) { NeedsReason = true },
        new("end", ["verified", "suspended"], "ended", "终止合作", Act.Execute) { NeedsReason = true },
    ];

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordGuard> Guards { get; } = [new($"{RecordGuard.Save},{RecordGuard.Submit}", "", DoubleAsync) { OnlyWarns = true }];

    public override string TitleOf(RecordView record) => record["nameCn"] ?? record["nameLocal"] ?? "";

    private static async Task<string?> DoubleAsync(RecordContext context)
    {
        var (record, name) = (context.Record, context.Record["nameCn"] ?? "");
        var others = await context.Data.QueryAsync<long>(
            "select id from toolkit_record where type = @TypeKey and title = @name and id <> @Id order by id", new { TypeKey, name, record.Id });
        foreach (var id in others)
        {
            if (await context.FindAsync(id) is { } other && other.Is("country", record["country"] ?? "") && !other.IsIn("rejected", "withdrawn"))
                return $"已有同名同国别的合作机构：{(await context.NameAsync(other)).Text}，请先核对是否重复";
        }

        return null;
    }
}
