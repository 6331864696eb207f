using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Agreements;

/// <summary>Content of an agreement: what is reviewed, what is entered when it is signed, what is kept up.</summary>
internal static class AgreementFields
{
    public static IReadOnlyList<Field> All { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "memorandum=备忘录;exchange=学生或教师交流;joint=合作办学或联合培养;research=科研合作;other=其他") { InList = true },
        new("partners", "合作机构", FieldKind.Ref, RefType: PartnerType.TypeKey, Multiple: true, Max: 20) { InList = true, Hint = "只能选择已核的合作机构。" },
        new("signLevel", "签约层级", FieldKind.Choice, Options: "school=校级;college=院级"),
        new("topics", "涉及内容", FieldKind.Choice, Required: false, Multiple: true, Options: "teaching=教学;staff=教师交流;research=科研;students=来华留学生;money=经费")
        {
            Hint = "按内容会签：教学送教务处，教师交流送人事处，科研送校企合作（科研）处，来华留学生送国际教育学院，经费送财务部门。",
        },
        new("checks", "审查要点", FieldKind.Choice, Multiple: true, Options: "interests=维护国家和学校的利益与尊严;equal=双方权利义务对等;secrets=不涉及国家秘密", Check: AllChecked),
        new("effectiveFrom", "生效日", FieldKind.Date) { InList = true },
        new("openEnded", "长期有效", FieldKind.YesNo, Required: false),
        new("expiresOn", "到期日", FieldKind.Date, ShowIf: record => !record.Bool("openEnded"), Check: Expiry) { InList = true },
        new("autoRenew", "自动续期", FieldKind.YesNo, Required: false) { Hint = "到期前照常提醒；续期后请用变更登记新的到期日。" },
        new("quotas", "名额", FieldKind.Rows, Required: false, Max: 20, Columns:
        [
            new("direction", "方向", FieldKind.Choice, Options: "out=派出;in=接收"),
            new("degree", "层次", FieldKind.Text, Required: false, Max: 50),
            new("perYear", "每年名额", FieldKind.Int, Max: 10000) { Min = 1 },
            new("months", "每人月数", FieldKind.Int, Required: false, Max: 120) { Min = 1 },
        ]),
        new("textCn", "中文文本", FieldKind.File),
        new("textForeign", "外文文本", FieldKind.File),
        new("legalOpinion", "法务意见", FieldKind.LongText, Required: false) { Kept = true },
        new("contractNo", "合同编号", FieldKind.Text) { AskedBy = "sign" },
        new("signatory", "签署人", FieldKind.Text) { AskedBy = "sign" },
        new("signAs", "签署身份", FieldKind.Choice, Options: "legal=法定代表人;delegate=受托") { AskedBy = "sign" },
        new("authorisationNo", "授权委托书编号", FieldKind.Text, ShowIf: IsDelegated) { AskedBy = "sign" },
        new("authorisationFrom", "授权起", FieldKind.Date, ShowIf: IsDelegated) { AskedBy = "sign" },
        new("authorisationTo", "授权止", FieldKind.Date, ShowIf: IsDelegated, Check: Dates.NotBefore("authorisationTo", "authorisationFrom", "授权止早于授权起")) { AskedBy = "sign" },
        new("ourSignedOn", "我方签署日", FieldKind.Date) { AskedBy = "sign" },
        new("partnerSignedOn", "外方签署日", FieldKind.Date, Required: false) { AskedBy = "sign", Kept = true, Hint = "外方未签时先空着，收到后补登；双方都签署后协议才能生效。" },
        new("scan", "签署扫描件", FieldKind.File, Required: false) { Kept = true },
        new("terminatedOn", "终止日", FieldKind.Date) { AskedBy = RecordMove.Terminate },
        .. RenewalDecision.Fields,
    ];

    private static bool IsDelegated(RecordView record) => record.Is("signAs", "delegate");

    private static string? AllChecked(RecordView record) => record.Texts("checks").Count == 3 ? null : "请逐项审查并勾选全部要点（第三条）";

    private static string? Expiry(RecordView record) => record.Date("expiresOn") <= record.Date("effectiveFrom") ? "到期日须晚于生效日" : null;
}
