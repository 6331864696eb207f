using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Settings;

/// <summary>学籍主管规则: which level a stage of schools of a run level belongs to.</summary>
internal sealed record SupervisionRuleRow : IConfigRow
{
    public static string Table => "registrytransfer_supervision_rule";

    public static string Title => "学籍主管规则";

    public long Id { get; init; }

    public long ProvinceId { get; init; }

    public Stages Stage { get; init; } = Stages.SeniorHigh;

    public UnitLevel RunLevel { get; init; } = UnitLevel.District;

    public UnitLevel Level { get; init; } = UnitLevel.City;

    public string Note { get; init; } = "";

    public int Version { get; init; }

    public IReadOnlyDictionary<string, object?> Columns() => new Dictionary<string, object?>
    {
        ["stage"] = (int)Stage, ["run_level"] = (int)RunLevel, ["level"] = (int)Level, ["note"] = Note,
    };

    public IReadOnlyList<(string Label, string Text)> Texts() =>
        [("学段", Words.Of(Stage)), ("学校的举办级别", Words.Of(RunLevel)), ("由哪一级教育局主管", Words.Of(Level)), ("依据", Note)];
}

/// <summary>学制对应.</summary>
internal sealed record GradeMappingRow : IConfigRow
{
    public static string Table => "registrytransfer_grade_mapping";

    public static string Title => "学制对应";

    public long Id { get; init; }

    public long ProvinceId { get; init; }

    public SchoolingSystem FromSystem { get; init; }

    public string FromGrade { get; init; } = "";

    public SchoolingSystem ToSystem { get; init; }

    public string ToGrade { get; init; } = "";

    public bool IsActive { get; init; }

    public int Version { get; init; }

    public IReadOnlyDictionary<string, object?> Columns() => new Dictionary<string, object?>
    {
        ["from_system"] = (int)FromSystem, ["from_grade"] = FromGrade, ["to_system"] = (int)ToSystem, ["to_grade"] = ToGrade, ["is_active"] = IsActive,
    };

    public IReadOnlyList<(string Label, string Text)> Texts() =>
    [
        ("原学制年级", $"{Words.Of(FromSystem)} {Grade.Find(FromGrade)?.Label}"),
        ("对应年级", $"{Words.Of(ToSystem)} {Grade.Find(ToGrade)?.Label}"),
        ("状态", IsActive ? "启用" : "停用"),
    ];
}

/// <summary>A value by name.</summary>
internal sealed record OptionRow
{
    public string Name { get; init; } = "";

    public string Value { get; init; } = "";

    public string Note { get; init; } = "";

    public int Version { get; init; }
}
