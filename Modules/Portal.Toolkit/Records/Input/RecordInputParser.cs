using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Toolkit.Spreadsheets;
using Portal.Units;

namespace Portal.Toolkit.Records.Input;

/// <summary>Text to value, by the kind of the field. Full-width letters and digits are narrowed, blanks around are dropped.</summary>
public sealed partial class RecordInputParser(RecordPeopleQueries people, RecordReferenceQueries records, IUnitTree units, LocalTime local)
{
    /// <summary>Rows of a field that says nothing else.</summary>
    internal const int MostRows = 200;

    private const int MostText = 200;
    private const int MostLongText = 4000;

    /// <summary>One line of what was typed.</summary>
    internal static string Line(string? text) => Visible(Unprintable().Replace(Blanks().Replace(text ?? "", " "), ""));

    /// <summary>Several lines of what was typed.</summary>
    internal static string Lines(string? text) => Visible(Unprintable().Replace((text ?? "").ReplaceLineEndings("\n"), ""));

    private static string Visible(string text) => CellText.IsBlank(text) ? "" : text.Trim();

    internal async Task<RecordPerson?> PersonAsync(
        RecordType type, string label, string name, Dictionary<string, string> typed, Dictionary<string, string> errors, CancellationToken cancellationToken)
    {
        var text = Line(typed.GetValueOrDefault(name));
        if (text.Length == 0)
            return null;
        try
        {
            return await people.ReadAsync(type, CellText.Narrow(Account().Match(text) is { Success: true } match ? match.Groups[1].Value : text), text, cancellationToken);
        }
        catch (FormatException exception)
        {
            errors[name] = $"{label}：{exception.Message}";
            return null;
        }
    }

    /// <summary>The value of a field; of several, each was an input of its own, or they stand in one with signs between them.</summary>
    internal async Task<JsonNode?> ReadAsync(
        RecordType type, Field field, string name, Dictionary<string, string> typed, Dictionary<string, string> errors, CancellationToken cancellationToken)
    {
        if (field.Kind == FieldKind.Rows)
            return await RowsAsync(type, field, name, typed, errors, cancellationToken);
        if (!field.Multiple)
            return await OneAsync(type, field, name, typed, errors, cancellationToken);
        var several = new JsonArray();
        var texts = typed.GetValueOrDefault(name, "").Split('\n').Select(Line).Where(text => text.Length > 0).ToArray();

        // Each one is looked up. A title may hold the sign that divides several, hence the margin.
        if (texts.Sum(text => Parts(text).Length) is var count && count > 2 * (field.Max ?? MostRows))
        {
            errors[name] = $"{field.Label}最多 {field.Max ?? MostRows} 个，现在 {count} 个";
            return null;
        }

        foreach (var text in texts)
        {
            foreach (var value in await SeveralAsync(type, field, name, text, errors, cancellationToken))
            {
                if (!several.Any(known => JsonNode.DeepEquals(known, value)))
                    several.Add(value);
            }
        }

        if (field.Max is { } max && several.Count > max)
            errors[name] = $"{field.Label}最多 {max} 个，现在 {several.Count} 个";
        return several.Count == 0 ? null : several;
    }

    private async Task<IReadOnlyList<JsonNode>> SeveralAsync(
        RecordType type, Field field, string name, string text, Dictionary<string, string> errors, CancellationToken cancellationToken)
    {
        var values = new List<JsonNode>();
        if (field.Kind == FieldKind.Ref)
        {
            try
            {
                values.AddRange((await records.ReadAllAsync(field, text, Parts(text), cancellationToken)).Select(reference => reference.ToJson()));
            }
            catch (FormatException exception)
            {
                errors[name] = exception.Message;
            }

            return values;
        }

        foreach (var part in field.Kind == FieldKind.Person && Shown().IsMatch(text) ? [text] : Parts(text))
        {
            if (await OneAsync(type, field, name, new() { [name] = part }, errors, cancellationToken) is { } value)
                values.Add(value);
        }

        return values;
    }

    private async Task<JsonArray?> RowsAsync(RecordType type, Field field, string name, Dictionary<string, string> typed, Dictionary<string, string> errors, CancellationToken cancellationToken)
    {
        var rows = new JsonArray();
        var numbers = typed.Keys.Select(key => RowName().Match(key)).Where(match => match.Success && match.Groups[1].Value == name)
            .Select(match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)).Distinct().Order().ToArray();
        if (numbers.Length > (field.Max ?? MostRows))
        {
            errors[name] = $"{field.Label}最多 {field.Max ?? MostRows} 行";
            return null;
        }

        foreach (var number in numbers)
        {
            var row = new JsonObject();
            foreach (var column in field.Columns!)
            {
                if (await ReadAsync(type, column, $"{name}[{number}].{column.Id}", typed, errors, cancellationToken) is { } value)
                    row[column.Id] = value;
            }

            if (row.Count > 0)
                rows.Add(row);
        }

        return rows.Count == 0 ? null : rows;
    }

    private async Task<JsonNode?> OneAsync(RecordType type, Field field, string name, Dictionary<string, string> typed, Dictionary<string, string> errors, CancellationToken cancellationToken)
    {
        var raw = typed.GetValueOrDefault(name, "");
        var text = field.Kind == FieldKind.LongText ? Lines(raw) : CellText.Narrow(Line(raw));
        if (text.Length == 0)
            return null;
        try
        {
            return field.Kind switch
            {
                FieldKind.Text => Sized(field, field.Normalise?.Invoke(Line(raw)) ?? Line(raw), MostText),
                FieldKind.LongText => Sized(field, text, MostLongText),
                FieldKind.Int => Whole(field, text),
                FieldKind.Money => Amount(field, text),
                FieldKind.Date => Day(field, text),
                FieldKind.DateTime => Moment(field, text),
                FieldKind.YesNo => text is "true" or "是" or "on" ? true : text is "false" or "否" ? false : throw new FormatException($"{field.Label}请填写“是”或“否”"),
                FieldKind.Choice => field.Choices.FirstOrDefault(choice => choice.Key == text || choice.Label == text)?.Key
                    ?? throw new FormatException($"{field.Label}没有“{text}”这个选项"),
                FieldKind.Country => Countries.Find(text)?.Key ?? throw new FormatException($"{field.Label}“{text}”不是国家或地区的名称或代码"),
                FieldKind.Unit => Unit(field, text),
                FieldKind.Person => (await PersonAsync(type, field.Label, name, typed, errors, cancellationToken))?.ToJson(),
                FieldKind.Ref => (await records.ReadAsync(field, Line(raw), cancellationToken)).ToJson(),
                _ => null,
            };
        }
        catch (FormatException exception)
        {
            errors[name] = exception.Message;
            return null;
        }
    }

    private static string Sized(Field field, string text, int most) =>
        text.Length <= (field.Max ?? most) ? text : throw new FormatException($"{field.Label}最多 {field.Max ?? most} 字，现在 {text.Length} 字");

    private static int Whole(Field field, string text)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw new FormatException($"{field.Label}须为整数，例如 12");
        var (least, most) = (field.Min ?? 0, field.Max ?? 1_000_000);
        return number >= least && number <= most ? number : throw new FormatException($"{field.Label}须在 {least} 到 {most} 之间");
    }

    private static decimal Amount(Field field, string text)
    {
        if (!CellText.TryDecimal(text, out var amount))
            throw new FormatException($"{field.Label}须为金额，例如 5000.00");
        return amount is >= 0 and <= 1_000_000_000 && decimal.Round(amount, 2) == amount ? amount : throw new FormatException($"{field.Label}不能为负，最多两位小数");
    }

    private string Day(Field field, string text)
    {
        if (!DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 1900 or > 2200)
            throw new FormatException($"{field.Label}须为日期，例如 2026-03-02");
        return field.IsPast && day > local.Today ? throw new FormatException($"{field.Label}不能晚于今天") : day.ToIso();
    }

    private string Moment(Field field, string text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is >= 1900 and <= 2200
            ? local.ToUtc(time).ToIso()
            : throw new FormatException($"{field.Label}须为日期和时间，例如 2026-03-02 14:00");

    private long Unit(Field field, string text)
    {
        if (long.TryParse(text, CultureInfo.InvariantCulture, out var id) && units.Find(id) is not null)
            return id;
        return units.Root is { } root && units.Subtree(root.Id).FirstOrDefault(unit => unit.Name == text) is { } named
            ? named.Id
            : throw new FormatException($"{field.Label}“{text}”不是组织机构中的单位");
    }

    private static string[] Parts(string text) => text.Split([',', '，', '、', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Control characters, and those that nobody sees or that turn the direction of what follows; tabs, line breaks and what joins letters stay.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}-[\n\t\u200C\u200D]]")]
    private static partial Regex Unprintable();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[（(]([^（()）]+)[）)]$")]
    private static partial Regex Account();

    // One person as forms show him, whose name may hold a comma.
    [GeneratedRegex(@"^[^（()）]+[（(][^（()）]+[)）]$")]
    private static partial Regex Shown();

    [GeneratedRegex(@"^(\w+)\[([0-9]{1,4})\]\.")]
    private static partial Regex RowName();
}
