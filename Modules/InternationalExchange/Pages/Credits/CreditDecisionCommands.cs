using Microsoft.Extensions.Primitives;
using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Pages.Credits;

/// <summary>登记认定结论: 教务处 enters the home side of each line, the foreign side is taken from the application.</summary>
internal sealed class CreditDecisionCommands(RecordCommands records, RecordInputService inputs, RecordCatalog catalog)
{
    public const string Move = "decide";

    private static readonly string[] _entered = ["homeCourse", "homeCredits", "decision"];

    /// <exception cref="RecordInvalidException">Something is missing, by the name of its input.</exception>
    public async Task<RecordSaved> DecideAsync(CreditSheet sheet, long version, IEnumerable<KeyValuePair<string, StringValues>> form, CancellationToken cancellationToken)
    {
        var typed = form.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (var line in sheet.Lines)
        {
            foreach (var column in CreditDecisionRule.Foreign)
                typed[line.Name(column)] = line.Applied[column] ?? "";
        }

        var input = await inputs.ReadAsync(catalog.Get(CreditRecognitionType.TypeKey), typed, field => field.AskedBy == Move, withCommon: false, cancellationToken);
        var errors = new Dictionary<string, string>(input.Errors);
        foreach (var name in sheet.Lines.SelectMany(line => _entered.Select(line.Name)).Where(name => string.IsNullOrWhiteSpace(typed.GetValueOrDefault(name).ToString())))
            errors.TryAdd(name, $"请填写第 {1 + int.Parse(name.Split('[', ']')[1], System.Globalization.CultureInfo.InvariantCulture)} 门的{Label(name)}");
        return errors.Count > 0
            ? throw new RecordInvalidException(errors)
            : await records.MoveAsync(sheet.Recognition.Id, version, Move, input, null, cancellationToken);
    }

    private static string Label(string name) => CoursePlan.Decisions.Single(column => name.EndsWith($".{column.Id}", StringComparison.Ordinal)).Label;
}
