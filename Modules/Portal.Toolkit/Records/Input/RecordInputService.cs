using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Portal.Toolkit.Records.Forms;
using Portal.Units;

namespace Portal.Toolkit.Records.Input;

/// <summary>
/// Reads what was typed, in a form or in a row of a workbook, by the fields of a type. Names of inputs are ids of fields; <c>members[0].post</c> for rows;
/// title, unitHead, owner, year, level, secrecy, region and remarks for the common ones. People are entered by account, or as it is shown: 王五（wang5),
/// or by a name that one alone has; records by number or title.
/// </summary>
public sealed class RecordInputService(RecordInputParser parser, IUnitContext context)
{
    /// <param name="type">The type.</param>
    /// <param name="form">What was posted.</param>
    /// <param name="asked">The fields the form has.</param>
    /// <param name="withCommon">Whether it has the common fields.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<RecordInput> ReadAsync(
        RecordType type, IEnumerable<KeyValuePair<string, StringValues>> form, Func<Field, bool> asked, bool withCommon, CancellationToken cancellationToken)
    {
        var posted = form.ToArray();
        var typed = posted.Where(pair => !pair.Key.StartsWith('_')).ToDictionary(pair => pair.Key, pair => string.Join('\n', pair.Value.OfType<string>()), StringComparer.Ordinal);
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var fields = type.Fields.Where(field => field.Kind != FieldKind.File && asked(field)).ToArray();
        var values = new JsonObject();
        foreach (var field in fields)
        {
            if (await parser.ReadAsync(type, field, field.Id, typed, errors, cancellationToken) is { } value)
                values[field.Id] = value;
        }

        return new()
        {
            Values = values,
            Asked = [.. fields.Select(field => field.Id)],
            FormId = posted.FirstOrDefault(pair => pair.Key == RecordActionKeys.Form).Value is [{ } shown] && Guid.TryParse(shown, out var id) ? id.ToString("N") : null,
            HasCommon = withCommon,
            Common = withCommon ? await CommonAsync(type, typed, errors, cancellationToken) : new(),
            Errors = errors,
            Typed = typed,
        };
    }

    private async Task<RecordRow> CommonAsync(RecordType type, Dictionary<string, string> typed, Dictionary<string, string> errors, CancellationToken cancellationToken)
    {
        var head = await parser.PersonAsync(type, "单位一把手", "unitHead", typed, errors, cancellationToken);
        var owner = await parser.PersonAsync(type, "责任人", "owner", typed, errors, cancellationToken) ?? (context.Person is { } me ? new(me.Id, me.Account, me.Name) : null);
        var title = RecordInputParser.Line(typed.GetValueOrDefault("title"));
        if (title.Length > 200)
            errors["title"] = $"标题最多 200 字，现在 {title.Length} 字";
        var remarks = RecordInputParser.Lines(typed.GetValueOrDefault("remarks"));
        if (remarks.Length > 2000)
            errors["remarks"] = $"备注最多 2000 字，现在 {remarks.Length} 字";
        var year = 0;
        if (typed.GetValueOrDefault("year") is { Length: > 0 } text && (!int.TryParse(text, out year) || year is < 2000 or > 2100))
            errors["year"] = "年度须为 2000 到 2100 之间的年份，例如 2026";
        return new()
        {
            Type = type.Key,
            Title = title,
            HeadId = head?.Id,
            HeadName = head?.Name ?? "",
            OwnerId = owner?.Id ?? 0,
            OwnerName = owner?.Name ?? "",
            Year = year,
            Level = Choice(RecordWords.Levels, "level", "层级", typed, errors, ""),
            Secrecy = Choice(RecordWords.Secrecies, "secrecy", "密级", typed, errors, "internal"),
            Region = Choice(RecordWords.Regions, "region", "地域", typed, errors, "abroad"),
            Remarks = remarks,
        };
    }

    private static string Choice(IReadOnlyList<FieldChoice> choices, string name, string label, Dictionary<string, string> typed, Dictionary<string, string> errors, string without)
    {
        var key = typed.GetValueOrDefault(name, "");
        if (key.Length == 0)
            return without;
        if (choices.Any(choice => choice.Key == key))
            return key;
        errors[name] = $"{label}没有这个选项，请从列表中选择";
        return without;
    }
}
