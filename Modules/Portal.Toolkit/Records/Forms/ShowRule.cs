using System.Text.Json.Nodes;

namespace Portal.Toolkit.Records.Forms;

/// <summary>
/// Puts the condition of a field, which is code, into choices of other fields, so that a page can follow them: asks the condition for each choice and keeps those
/// that matter. A condition that hangs on something else has no rule; its field is shown always and the server decides.
/// </summary>
internal static class ShowRule
{
    private const int MostCases = 400;

    private static readonly IReadOnlyList<FieldChoice> _yesNo = FieldChoice.Parse("true=是;false=否");

    public static (string? When, string Words) Of(RecordType type, Field field, RecordView record)
    {
        if (field.ShowIf is not { } showIf)
            return (null, "");
        var dependent = Dependent(showIf, record, [.. Controls(type, field)]);
        if (dependent.Length == 0 || dependent.Aggregate(1, (cases, control) => cases * (control.Choices.Count + 1)) > MostCases)
            return (null, "");
        var hits = Cases(record, dependent).Where(found => showIf(found.Record)).Select(found => found.Chosen).ToArray();
        var when = string.Join('|', hits.Select(chosen => string.Join('&', dependent.Zip(chosen, (control, choice) => $"{control.Name}={choice?.Key}"))));
        return (when, Words(dependent, hits));
    }

    private static string Words(Control[] controls, FieldChoice?[][] hits)
    {
        if (controls is [var only])
        {
            var shown = hits.Select(chosen => chosen[0]).OfType<FieldChoice>().ToArray();
            return shown.Length == hits.Length
                ? $"“{only.Label}”为{Names(shown)}时填写。"
                : $"“{only.Label}”为{Names(only.Choices.Except(shown))}时不填。";
        }

        return hits is [var single] && single.All(choice => choice is not null)
            ? $"{string.Join("、", controls.Zip(single, (control, choice) => $"“{control.Label}”为“{choice!.Label}”"))}时填写。"
            : $"按{string.Join("、", controls.Select(control => $"“{control.Label}”"))}的选择填写。";
    }

    private static string Names(IEnumerable<FieldChoice> choices) => string.Join("或", choices.Select(choice => $"“{choice.Label}”"));

    // In pairs, each also with itself: a control may matter only once another one is chosen.
    private static Control[] Dependent(Func<RecordView, bool> showIf, RecordView record, Control[] controls)
    {
        var found = new HashSet<Control>();
        foreach (var (first, second) in controls.SelectMany((first, index) => controls.Skip(index + 1).Append(first).Select(second => (first, second))))
        {
            var answers = Cases(record, [first, second]).Select(tried => (First: tried.Chosen[0], Second: tried.Chosen[1], Shows: showIf(tried.Record))).ToArray();
            if (first != second && answers.GroupBy(answer => answer.Second).Any(group => group.Select(answer => answer.Shows).Distinct().Count() > 1))
                found.Add(first);
            if (answers.GroupBy(answer => answer.First).Any(group => group.Select(answer => answer.Shows).Distinct().Count() > 1))
                found.Add(second);
        }

        return [.. controls.Where(found.Contains)];
    }

    private static IEnumerable<(RecordView Record, FieldChoice?[] Chosen)> Cases(RecordView record, Control[] controls)
    {
        IEnumerable<FieldChoice?[]> combinations = [[]];
        foreach (var control in controls)
            combinations = combinations.SelectMany(chosen => control.Choices.Cast<FieldChoice?>().Append(null).Select(choice => (FieldChoice?[])[.. chosen, choice]));
        var data = (JsonObject)record.Data.DeepClone();
        foreach (var chosen in combinations)
        {
            var row = record.Row;
            foreach (var (control, choice) in controls.Zip(chosen))
                row = control.Set(row, data, choice?.Key);
            yield return (record.With(row).With(data), chosen);
        }
    }

    private static IEnumerable<Control> Controls(RecordType type, Field field)
    {
        foreach (var other in type.Fields.Where(other => other.InBody == field.InBody && !other.Multiple && other.Id != field.Id))
        {
            if (other.Kind == FieldKind.Choice)
                yield return new(other.Id, other.Label, other.Choices, (row, data, key) => Put(row, data, other.Id, key is null ? null : JsonValue.Create(key)));
            if (other.Kind == FieldKind.YesNo)
                yield return new(other.Id, other.Label, _yesNo, (row, data, key) => Put(row, data, other.Id, key is null ? null : JsonValue.Create(key == "true")));
        }

        if (!type.HasCommonFields || !field.InBody)
            yield break;
        yield return new("level", "层级", RecordWords.Levels, (row, _, key) => row with { Level = key ?? "" });
        yield return new("region", "地域", RecordWords.Regions, (row, _, key) => row with { Region = key ?? "abroad" });
        yield return new("secrecy", "密级", RecordWords.Secrecies, (row, _, key) => row with { Secrecy = key ?? "internal" });
    }

    private static RecordRow Put(RecordRow row, JsonObject data, string field, JsonNode? value)
    {
        data.Remove(field);
        if (value is not null)
            data[field] = value;
        return row;
    }

    private sealed record Control(string Name, string Label, IReadOnlyList<FieldChoice> Choices, Func<RecordRow, JsonObject, string?, RecordRow> Set);
}
