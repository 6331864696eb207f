namespace Portal.Toolkit.Records.Settings;

/// <summary>
/// The steps of a route in the order an office has set, from those declared. Records of Hong Kong, Macao and Taiwan may go by an order of their own, which also
/// leaves steps out (G12), though never the head of the unit, whoever decides, or a fixed step.
/// </summary>
internal static class RouteOrder
{
    private static readonly char[] _separators = ['、', '，', ',', '→'];

    public static string SettingOf(RecordType type) => $"route:{type.Key}";

    public static string RegionalSettingOf(RecordType type) => $"route-hmt:{type.Key}";

    /// <summary>Whether records of the type can be of Hong Kong, Macao or Taiwan at all.</summary>
    public static bool HasRegions(RecordType type) => type.HasCommonFields;

    public static bool IsRegional(string region) => region is not ("abroad" or "");

    /// <summary>Keys of the steps that stay in every order.</summary>
    public static IEnumerable<string> Fixed(RecordType type) => type.Route
        .Where(step => step.IsFixed || step.UnitRole == UnitRole.OwnUnitHead || type.Grants.Any(grant => grant.Act == Act.Decide && grant.UnitRole == step.UnitRole))
        .Select(step => step.Key);

    /// <summary>Keys in the order for a record of this region.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(ReadSession data, RecordBook book, RecordType type, string region)
    {
        var rows = await data.QueryAsync<OrderRow>(
            "select setting_key, value from toolkit_record_setting where module_id = @ModuleId and setting_key in @keys",
            new { book.ModuleId, keys = new[] { SettingOf(type), RegionalSettingOf(type) } });
        string[] declared = [.. type.Route.Select(step => step.Key)];
        if (IsRegional(region) && Read(RegionalSettingOf(type)) is { Length: > 0 } own)
            return [.. Fixed(type).Except(own), .. own];
        return Read(SettingOf(type)) is { Length: > 0 } order ? [.. order, .. declared.Except(order)] : declared;

        string[] Read(string key) => [.. KeysOf(type, rows.FirstOrDefault(row => row.SettingKey == key)?.Value ?? "").Where(declared.Contains).Distinct()];
    }

    /// <summary>The keys of a value, in which steps stand by their labels or keys; what is neither stays as it was typed.</summary>
    public static string[] KeysOf(RecordType type, string value) =>
        [.. value.Split(_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => type.Route.FirstOrDefault(step => step.Label == word)?.Key ?? word)];

    private sealed record OrderRow
    {
        public string SettingKey { get; init; } = "";

        public string Value { get; init; } = "";
    }
}
