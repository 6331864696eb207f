namespace Portal.RegistryTransfer.Settings;

/// <summary>One row of a table of settings with id, province_id and version.</summary>
internal interface IConfigRow
{
    static abstract string Table { get; }

    /// <summary>What a row is called: 业务时段, 转学规则.</summary>
    static abstract string Title { get; }

    long Id { get; }

    /// <summary><see cref="ConfigScope.Nation"/>, or the province whose row it is.</summary>
    long ProvinceId { get; }

    int Version { get; }

    /// <summary>The other columns.</summary>
    IReadOnlyDictionary<string, object?> Columns();

    /// <summary>For the audit and for the comparison of two versions.</summary>
    IReadOnlyList<(string Label, string Text)> Texts();
}
