using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Schools.Import;

/// <summary>The file of 学校导入.</summary>
internal sealed class SchoolPlan : ImportPlan<SchoolLine>
{
    private readonly TextColumn _code = new("学校标识码") { Required = true, Unique = true, Rule = TextRule.Key, MaxLength = 20, Sample = "2144990101" };
    private readonly TextColumn _name = new("学校名称") { Required = true, MaxLength = 100, Sample = "示例区第一小学", Width = 28 };
    private readonly TextColumn _bureau = new("上级教育局") { MaxLength = 100, Hint = "空着时建在本单位之下；须是本单位或下级教育局的名称", Sample = "示例市示例区教育局", Width = 28 };
    private readonly TextColumn _region = new("行政区划代码") { Required = true, Rule = TextRule.Key, MaxLength = 6, Sample = "449901" };
    private readonly ChoiceColumn<UnitLevel> _runLevel = new("举办级别") { Required = true, Choices = Choices(Words.Of, Enum.GetValues<UnitLevel>()), Sample = "区县级" };
    private readonly TextColumn _stages = new("办学类型") { Required = true, MaxLength = 20, Hint = "小学、初中、高中，几个学段用顿号分开", Sample = "小学、初中" };
    private readonly ChoiceColumn<SchoolingSystem> _system = new("学制") { Required = true, Choices = Choices(Words.Of, Enum.GetValues<SchoolingSystem>()), Sample = "六三制" };

    public SchoolPlan() => Columns = [_code, _name, _bureau, _region, _runLevel, _stages, _system];

    public override string Name => "学校名录";

    public override IReadOnlyList<string> Instructions =>
    [
        "按学校标识码对应：没有的新建，已有的按文件更新；同一个文件再导入一次不会有变化。",
        "已有学校不会换上级教育局；换上级请在学校页面用“调整隶属”办理。",
        "行政区划代码须是本省已建教育局的地区；省级举办的学校只须在本省。",
    ];

    public override IReadOnlyList<ImportColumn> Shown => [_code, _name, _bureau];

    protected override SchoolLine Map(ImportCells row) => new()
    {
        Bureau = row.Get(_bureau, ""),
        Facts = new SchoolFacts
        {
            Code = row.Get(_code),
            Name = row.Get(_name),
            RegionCode = row.Get(_region),
            RunLevel = row.Get(_runLevel),
            Stages = Parse(row.Get(_stages)),
            SchoolingSystem = row.Get(_system),
        },
    };

    protected override IEnumerable<ImportError> Check(SchoolLine row)
    {
        if (row.Facts.Stages == Stages.None)
            yield return new ImportError { Column = _stages.Label, Code = nameof(SchoolFacts.Stages), Message = "办学类型只能由小学、初中、高中组成，用顿号分开" };
        else if (row.Facts.FindFault() is var (field, message))
            yield return new ImportError { Column = field == nameof(SchoolFacts.Code) ? _code.Label : field == nameof(SchoolFacts.Name) ? _name.Label : _region.Label, Code = field, Message = message };
    }

    private static Stages Parse(string text)
    {
        var all = Stages.None;
        foreach (var word in text.Split(['、', '，', ',', '/', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var stage = Enum.GetValues<Stages>().FirstOrDefault(stage => stage != Stages.None && (Words.Of(stage) == word || (word == "普通高中" && stage == Stages.SeniorHigh)));
            if (stage == Stages.None)
                return Stages.None;
            all |= stage;
        }

        return all;
    }
}
