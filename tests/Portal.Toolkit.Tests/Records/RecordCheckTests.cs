using Microsoft.Extensions.DependencyInjection;
using Portal.Security;
using Portal.Testing;
using Portal.Toolkit.Records;

namespace Portal.Toolkit.Tests.Records;

public sealed class RecordCheckTests(RecordFixture<Sqlite> portal) : IClassFixture<RecordFixture<Sqlite>>
{
    [Fact]
    public void A_sound_book_passes() => Assert.Empty(Check(new SampleBook()));

    [Fact]
    public void Every_fault_of_a_book_and_its_types_is_named()
    {
        var problems = Check(new FaultyBook());
        string[] faults =
        [
            "权限 nobody.knows 没有声明", "单位角色 COL 被声明了两次", "参数 days 被声明了两次", "记录类型 Faulty Key 被声明了两次", "编号前缀 CW 用于不止一种记录", "逾期提醒指向不存在的职能部门“COL”",
            "规则指向不存在的参数“strict”", "标识要有 1 到 60 个小写字母", "没有单位角色 XXX", "没有分类 part", "环节 office 没有办理单位 COL", "字段 kind 被声明了两次", "字段 kind 没有选项",
            "字段 rows 没有列", "字段 other 指向不存在的记录类型 nowhere", "字段 asked 属于不存在的办理 nothing", "列表指向不存在的字段 day", "字段 table 的列不能是表格或文件", "办理 go 被声明了两次",
            "没有状态 gone", "办理指向不存在的单位角色 YYY", "规则指向不存在的办理“vanish”", "到期提醒指向不存在的职能部门“COL”",
        ];
        foreach (var fault in faults)
            Assert.Contains(problems, problem => problem.Contains(fault, StringComparison.Ordinal));
    }

    private string[] Check(RecordBook book) =>
        [.. new RecordCheck(new RecordCatalog([book]), portal.Services.GetRequiredService<PermissionCatalog>()).FindProblems().Select(problem => problem.Text)];

    private sealed class FaultyBook : RecordBook
    {
        public override string ModuleId => "Organisation";

        public override string Title => "有错的";

        public override string? LateOffice => "COL";

        public override IReadOnlyList<UnitRole> Roles { get; } = [new("COL", "学院", SampleBook.College), new("COL", "学院", "nobody.knows")];

        public override IReadOnlyList<RecordSetting> Settings { get; } = [new("days", "天数", SettingKind.Days, "1", ""), new("days", "天数", SettingKind.Days, "1", "")];

        public override IReadOnlyList<RecordType> Types { get; } = [new FaultyType(), new FaultyType()];
    }

    private sealed class FaultyType : RecordType
    {
        public override string Key => "Faulty Key";

        public override string Label => "有错的";

        public override string Prefix => "CW";

        public override (string? Start, string? End) Period => ("day", null);

        public override IReadOnlyList<Grant> Grants { get; } = [new("XXX", Act.Create), new("COL", Act.Create, "part")];

        public override IReadOnlyList<RecordStep> Route { get; } = [new("office", "审核", "COL", "")];

        public override IReadOnlyList<RecordMove> Moves { get; } = [new("go", ["gone"], "active", "办理", Act.Create) { Roles = ["YYY"] }, new("go", ["active"], "closed", "办理", Act.Create)];

        public override IReadOnlyList<RecordGuard> Guards { get; } = [new("vanish", "", _ => Task.FromResult<string?>(null)) { StrictSetting = "strict" }];

        public override IReadOnlyList<RecordDue> Dues { get; } = [new("due", "期限", (_, _) => null, _ => false) { Offices = ["COL"] }];

        public override IReadOnlyList<Field> Fields { get; } =
        [
            new("kind", "类别", FieldKind.Choice),
            new("kind", "类别", FieldKind.Text),
            new("rows", "表格", FieldKind.Rows),
            new("table", "表格", FieldKind.Rows, Columns: [new("file", "文件", FieldKind.File)]),
            new("other", "其他", FieldKind.Ref, RefType: "nowhere"),
            new("asked", "随办", FieldKind.Text) { AskedBy = "nothing" },
        ];
    }
}
