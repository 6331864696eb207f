using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Settings;

/// <summary>业务时段 with its version.</summary>
internal sealed record WindowRow
{
    public long Id { get; init; }

    public long? ProvinceId { get; init; }

    public ApplicationKind Kind { get; init; }

    public string Grades { get; init; } = "";

    /// <summary>First day, <c>07-15</c>.</summary>
    public string Opens { get; init; } = "";

    /// <summary>Last day, <c>08-14</c>.</summary>
    public string Closes { get; init; } = "";

    public bool IsOpen { get; init; }

    public string Note { get; init; } = "";

    public int Version { get; init; }
}

/// <summary>学籍主管规则: which level a stage of schools of a run level belongs to.</summary>
internal sealed record SupervisionRuleRow
{
    public long Id { get; init; }

    public long? ProvinceId { get; init; }

    public Stages Stage { get; init; } = Stages.SeniorHigh;

    public UnitLevel RunLevel { get; init; } = UnitLevel.District;

    public UnitLevel Level { get; init; } = UnitLevel.City;

    public string Note { get; init; } = "";

    public int Version { get; init; }
}

/// <summary>学制对应.</summary>
internal sealed record GradeMappingRow
{
    public long Id { get; init; }

    public long? ProvinceId { get; init; }

    public SchoolingSystem FromSystem { get; init; }

    public string FromGrade { get; init; } = "";

    public SchoolingSystem ToSystem { get; init; }

    public string ToGrade { get; init; } = "";

    public bool IsActive { get; init; }

    public int Version { get; init; }
}

/// <summary>A value by name.</summary>
internal sealed record OptionRow
{
    public string Name { get; init; } = "";

    public string Value { get; init; } = "";

    public string Note { get; init; } = "";

    public int Version { get; init; }
}
