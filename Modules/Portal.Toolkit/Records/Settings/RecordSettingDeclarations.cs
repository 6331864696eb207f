namespace Portal.Toolkit.Records.Settings;

/// <summary>What a book lets an office set: its own settings, and the order of the steps of each route with more than one (from those declared; there is no free designer).</summary>
public static class RecordSettingDeclarations
{
    public static IEnumerable<RecordSetting> Of(RecordBook book) => book.Settings.Concat(book.Types.Where(type => type.Route.Count > 1).SelectMany(OrdersOf));

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
            SettingKind.Text when value.Length > 0 => OrderFault(book, setting, value),
            _ => null,
        };
    }

    private static IEnumerable<RecordSetting> OrdersOf(RecordType type)
    {
        var declared = Names(type.Route);
        yield return new(RouteOrder.SettingOf(type), $"{type.Label}：环节顺序", SettingKind.Text, "", $"各环节的依据见记录页；不填按 {declared}");
        if (RouteOrder.HasRegions(type))
            yield return new(RouteOrder.RegionalSettingOf(type), $"{type.Label}：港澳台事项的环节", SettingKind.Text, "", $"第十二条；可从 {declared} 中省去环节，{Kept(type)}；不填与其他事项相同");
    }

    private static string? OrderFault(RecordBook book, RecordSetting setting, string value)
    {
        foreach (var type in book.Types)
        {
            var keys = RouteOrder.KeysOf(type, value);
            string[] declared = [.. type.Route.Select(step => step.Key)];
            if (setting.Key == RouteOrder.SettingOf(type))
                return keys.Order(StringComparer.Ordinal).SequenceEqual(declared.Order(StringComparer.Ordinal)) ? null : $"请按新的顺序列出全部环节，用顿号隔开：{Names(type.Route)}";
            if (setting.Key == RouteOrder.RegionalSettingOf(type))
                return keys.All(declared.Contains) && keys.Distinct().Count() == keys.Length && RouteOrder.Fixed(type).All(keys.Contains)
                    ? null
                    : $"请列出港澳台事项要办理的环节，用顿号隔开，可用 {Names(type.Route)}；{Kept(type)}";
        }

        return null;
    }

    private static string Kept(RecordType type) => RouteOrder.Fixed(type).ToArray() is { Length: > 0 } kept
        ? $"不能省去 {Names(type.Route.Where(step => kept.Contains(step.Key)))}"
        : "每个环节都可以省去";

    private static string Names(IEnumerable<RecordStep> steps) => string.Join('、', steps.Select(step => step.Label));
}
