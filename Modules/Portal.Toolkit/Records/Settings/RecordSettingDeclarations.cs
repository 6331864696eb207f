
namespace Portal.Toolkit.Records.Settings;

/// <summary>What a book lets an office set: its own settings, and the order of the steps of each route with more than one (from those declared; there is no free designer).</summary>
public static class RecordSettingDeclarations
{
    public static IEnumerable<RecordSetting> Of(RecordBook book) => book.Settings.Concat(book.Types.Where(type => type.Route.Count > 1).SelectMany(type => new[]
    {
        Order(type, RouteOrder.SettingOf(type), $"{type.Label}：环节顺序", "各环节的依据见记录页"),
        Order(type, RouteOrder.RegionalSettingOf(type), $"{type.Label}：港澳台的环节顺序", "第十二条"),
    }));

    /// <summary>What is wrong with a value, in Chinese; null when it does.</summary>
    public static string? Fault(RecordBook book, RecordSetting setting, string value)
    {
        var isNumber = int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number);
        return setting.Kind switch
        {
            SettingKind.Days when !isNumber || number > 3650 => "请填写 0 到 3650 之间的天数",
            SettingKind.Number when !isNumber || number > 1_000_000 => "请填写 0 到 1000000 之间的整数",
            SettingKind.YesNo when value is not ("true" or "false") => "请选择“是”或“否”",
            SettingKind.DayOfYear when !DateOnly.TryParseExact($"2024-{value}", "yyyy-MM-dd", out _) => "请填写月和日，例如 12-26",
            SettingKind.Text when value.Length > 2000 => "最多 2000 字",
            SettingKind.Text when RouteOf(book, setting) is { } type && value.Length > 0 && !SameSteps(type, value) => $"请按新的顺序列出全部环节，用逗号分隔：{string.Join(",", type.Route.Select(step => step.Key))}",
            _ => null,
        };
    }

    private static RecordSetting Order(RecordType type, string key, string label, string source) =>
        new(key, label, SettingKind.Text, "", $"{source}；不填按 {string.Join(" → ", type.Route.Select(step => $"{step.Key}（{step.Label}）"))}");

    private static RecordType? RouteOf(RecordBook book, RecordSetting setting) =>
        book.Types.FirstOrDefault(type => setting.Key == RouteOrder.SettingOf(type) || setting.Key == RouteOrder.RegionalSettingOf(type));

    private static bool SameSteps(RecordType type, string value) =>
        value.Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal).SequenceEqual(type.Route.Select(step => step.Key).Order(StringComparer.Ordinal));
}
