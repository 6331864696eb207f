using Portal.Data;

namespace Portal.Toolkit.Records.Settings;

/// <summary>The steps of a route in the order an office has set, from those declared; records of Hong Kong, Macao and Taiwan may have an order of their own (G12).</summary>
internal static class RouteOrder
{
    public static string SettingOf(RecordType type) => $"route:{type.Key}";

    public static string RegionalSettingOf(RecordType type) => $"route-hmt:{type.Key}";

    public static async Task<IReadOnlyList<string>> FindAsync(WriteTransaction transaction, RecordBook book, RecordType type, string region)
    {
        var rows = await transaction.QueryAsync<OrderRow>(
            "select setting_key, value from toolkit_record_setting where module_id = @ModuleId and setting_key in @keys",
            new { book.ModuleId, keys = new[] { SettingOf(type), RegionalSettingOf(type) } });
        var set = region is not ("abroad" or "") ? rows.FirstOrDefault(row => row.SettingKey == RegionalSettingOf(type)) : null;
        set ??= rows.FirstOrDefault(row => row.SettingKey == SettingOf(type));
        var declared = type.Route.Select(step => step.Key).ToArray();
        var order = set?.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(declared.Contains).Distinct().ToArray();
        return order is { Length: > 0 } ? [.. order, .. declared.Except(order)] : declared;
    }

    private sealed record OrderRow
    {
        public string SettingKey { get; init; } = "";

        public string Value { get; init; } = "";
    }
}
