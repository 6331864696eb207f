using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Spreadsheets;
using Portal.Units;

namespace Portal.Toolkit.Records.Input;

/// <summary>Text to value, by the kind of the field. Full-width letters and digits are narrowed, blanks around are dropped.</summary>
public sealed partial class RecordInputParser(RecordCatalog catalog, RecordLinkQueries links, IPostDirectory people, IUnitTree units, DbDataSource source, LocalTime local)
{
    private const int MostRows = 200;
    private const int MostText = 200;
    private const int MostLongText = 4000;

    /// <summary>One line of what was typed.</summary>
    internal static string Line(string? text) => Unprintable().Replace(Blanks().Replace(text ?? "", " "), "").Trim();

    /// <summary>Several lines of what was typed.</summary>
    internal static string Lines(string? text) => Unprintable().Replace((text ?? "").ReplaceLineEndings("\n"), "").Trim();

    internal async Task<RecordPerson?> PersonAsync(string name, Dictionary<string, string> typed, Dictionary<string, string> errors, CancellationToken cancellationToken)
    {
        var text = CellText.Narrow(Line(typed.GetValueOrDefault(name)));
        if (text.Length == 0)
            return null;
        var account = Account().Match(text) is { Success: true } match ? match.Groups[1].Value : text;
        if (await people.FindPersonAsync(account, cancellationToken) is { } person)
            return new(person.Id, person.Account, person.Name);
        errors[name] = $"没有账号“{account}”的人员，请填写工号或账号";
        return null;
    }

    internal async Task<JsonNode?> ReadAsync(Field field, string name, Dictionary<string, string> typed, Dictionary<string, string> errors, CancellationToken cancellationToken)
    {
        if (field.Kind == FieldKind.Rows)
            return await RowsAsync(field, name, typed, errors, cancellationToken);
        if (!field.Multiple)
            return await OneAsync(field, name, typed, errors, cancellationToken);
        var several = new JsonArray();
        foreach (var part in Parts(typed.GetValueOrDefault(name, "")))
        {
            if (await OneAsync(field, name, new() { [name] = part }, errors, cancellationToken) is { } value && !several.Any(known => JsonNode.DeepEquals(known, value)))
                several.Add(value);
        }

        if (field.Max is { } max && several.Count > max)
            errors[name] = $"{field.Label}最多 {max} 个，现在 {several.Count} 个";
        return several.Count == 0 ? null : several;
    }

    private async Task<JsonArray?> RowsAsync(Field field, string name, Dictionary<string, string> typed, Dictionary<string, string> errors, CancellationToken cancellationToken)
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
                if (await ReadAsync(column, $"{name}[{number}].{column.Id}", typed, errors, cancellationToken) is { } value)
                    row[column.Id] = value;
            }

            if (row.Count > 0)
                rows.Add(row);
        }

        return rows.Count == 0 ? null : rows;
    }

    private async Task<JsonNode?> OneAsync(Field field, string name, Dictionary<string, string> typed, Dictionary<string, string> errors, CancellationToken cancellationToken)
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
                FieldKind.Person => Node(await PersonAsync(name, new() { [name] = text }, errors, cancellationToken)),
                FieldKind.Ref => Node(await RefAsync(field, text, cancellationToken)),
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
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
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
            ? local.ToUtc(time).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : throw new FormatException($"{field.Label}须为日期和时间，例如 2026-03-02 14:00");

    private long Unit(Field field, string text)
    {
        if (long.TryParse(text, CultureInfo.InvariantCulture, out var id) && units.Find(id) is not null)
            return id;
        return units.Root is { } root && units.Subtree(root.Id).FirstOrDefault(unit => unit.Name == text) is { } named
            ? named.Id
            : throw new FormatException($"{field.Label}“{text}”不是组织机构中的单位");
    }

    private async Task<RecordRef> RefAsync(Field field, string text, CancellationToken cancellationToken)
    {
        var no = text.Split(' ')[0];
        var type = catalog.Get(field.RefType!);
        if (await FindAsync(type, no, cancellationToken) is not { } row)
            throw new FormatException($"{field.Label}：没有编号“{no}”的{type.Label}");

        // Numbers can be guessed: a title is told to those only who may open the record, and that of a harmless one to offices concerned with its type.
        return new(row.Id, row.No, await links.MayNameAsync(type, row.Id, cancellationToken) ? row.Title : type.Label);
    }

    private async Task<RefRow?> FindAsync(RecordType type, string no, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await ReadSession.Of(connection, cancellationToken).FirstOrDefaultAsync<RefRow>(
            "select id, no, title from toolkit_record where type = @Key and no = @no", new { type.Key, no });
    }

    private static string[] Parts(string text) => text.Split([',', '，', '、', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static JsonObject? Node(RecordPerson? person) => person is null ? null : new() { ["id"] = person.Id, ["account"] = person.Account, ["name"] = person.Name };

    private static JsonObject Node(RecordRef reference) => new() { ["id"] = reference.Id, ["no"] = reference.No, ["title"] = reference.Title };

    // Control characters, and those that turn the direction of what follows; tabs and line breaks stay.
    [GeneratedRegex(@"[\p{Cc}\u202A-\u202E\u2066-\u2069-[\n\t]]")]
    private static partial Regex Unprintable();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[（(]([^（()）]+)[）)]$")]
    private static partial Regex Account();

    [GeneratedRegex(@"^(\w+)\[([0-9]{1,4})\]\.")]
    private static partial Regex RowName();

    private sealed record RefRow
    {
        public long Id { get; init; }

        public string No { get; init; } = "";

        public string Title { get; init; } = "";
    }
}
