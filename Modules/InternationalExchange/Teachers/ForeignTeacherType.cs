using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Students;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Teachers;

/// <summary>外籍教师 from candidate to departure: qualification, assessment, school approval, permits, post (Art. 6(8), 8(4), 9(2)2).</summary>
internal sealed class ForeignTeacherType : RecordType
{
    public const string TypeKey = "exchange.foreign-teacher";

    private static readonly string[] _office = [Offices.Exchange];

    public override string Key => TypeKey;

    public override string Label => "外籍教师";

    public override string Prefix => "JS";

    public override string Group => Groups.Teachers;

    public override bool HasCommonFields => false;

    public override string? PersonalPage => Addresses.OwnFile;

    public override string ApprovedState => "candidate";

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("candidate", "候选人", StateKind.Pending),
        new("qualified", "资格审查合格", StateKind.Mine),
        new("assessed", "已考核", StateKind.Mine),
        new("to-school", "待学校批准", StateKind.Mine),
        new("approved", "学校已批准", StateKind.Passed),
        new("visa", "办证中", StateKind.Mine),
        new("in-post", "在岗", StateKind.Passed),
        new("left", "离职", StateKind.NotRequired, IsFinal: true),
    ];

    public override IReadOnlyList<Field> Fields => TeacherFields.All;

    public override (string? Start, string? End) Period => ("contractFrom", "contractTo");

    // Assessment and school approval can be asked for too early; the guards then say what is missing.
    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new("qualify", ["candidate"], "qualified", "登记资格审查", Act.Create, Act.Execute) { Roles = [Offices.College] },
        new("assess", ["candidate", "qualified"], "assessed", "登记考核", Act.Create, Act.Execute) { Roles = [Offices.College] },
        new("hr-review", ["assessed"], RecordMove.Stay, "人事处审核", Act.Review) { Roles = [Offices.Personnel] },
        new("to-school", ["candidate", "qualified", "assessed"], "to-school", "报学校审定", Act.Create, Act.Execute) { Roles = [Offices.College] },
        new("school-approve", ["to-school"], "approved", "学校批准", Act.Decide) { Roles = [Offices.School] },
        new("return", ["to-school"], "assessed", "退回补充", Act.Decide) { Roles = [Offices.School], NeedsReason = true },
        new("reject", ["candidate", "qualified", "assessed", "to-school"], "rejected", "不予聘用", Act.Create, Act.Execute, Act.Decide) { NeedsReason = true },
        new("start-visa", ["approved"], "visa", "开始办理签证和许可", Act.Execute) { Roles = _office },
        new("arrive", ["visa"], "in-post", "登记入境到岗", Act.Execute) { Roles = _office },
        new("leave", ["in-post"], "left", "登记离职", Act.Execute) { Roles = _office, NeedsReason = true },
        new(RecordMove.Cancel, ["approved", "visa"], "cancelled", "取消聘用", Act.Execute) { NeedsReason = true },
        Derived.Move,
    ];

    public override IReadOnlyList<Grant> Grants { get; } = Matrix.OfPeople(TypeKey);

    public override IReadOnlyList<RecordGuard> Guards => TeacherGuards.All;

    public override IReadOnlyList<RecordKey> Keys { get; } =
        [new("passport", record => record["passportNo"] is { } number ? Passports.Normalise(number) : null, "这个护照号已登记为另一名外籍教师") { FromDraft = true }];

    public override IReadOnlyList<RecordDue> Dues => TeacherDues.All;

    public override int IdsPerChange => TeacherEffects.MostIds;

    public override string TitleOf(RecordView record) => record["chineseName"] is { } chinese ? $"{record["name"]}（{chinese}）" : record["name"] ?? "";

    public override long? PersonOf(RecordView record) => record.Person("account")?.Id;

    public override Task ChangedAsync(RecordChange change, RecordWriter writer) => TeacherEffects.FollowAsync(change, writer);
}
