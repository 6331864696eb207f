using Microsoft.Extensions.Primitives;
using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Pages.Programmes;

/// <summary>登记选拔分 for many applicants of one table: what cannot be read stops all of it, what did not change is left alone.</summary>
internal sealed class ScoreCommands(RecordCommands records, RecordInputService inputs, RecordCatalog catalog)
{
    private const string Move = "score";

    /// <returns>How many scores were entered.</returns>
    /// <exception cref="RecordInvalidException">A score is none, by the name of its input.</exception>
    /// <exception cref="StaleException">Somebody changed an application meanwhile; the scores before it are saved.</exception>
    public async Task<int> EnterAsync(Selection selection, Func<string, string> typed, CancellationToken cancellationToken)
    {
        var (found, errors) = (new List<(Applicant Applicant, RecordInput Input)>(), new Dictionary<string, string>());
        foreach (var applicant in selection.Applicants.Where(applicant => applicant.MayScore))
        {
            var text = typed(applicant.ScoreName);
            var input = await inputs.ReadAsync(
                catalog.Get(OutboundStudentType.TypeKey), [KeyValuePair.Create(Move, new StringValues(text))], field => field.AskedBy == Move, withCommon: false, cancellationToken);
            if (input.Errors.Count > 0)
                errors[applicant.ScoreName] = $"{applicant.Name}：{input.Errors.Values.First()}";
            else if (input.Values.Count == 0 && applicant.Record.Has(Move))
                errors[applicant.ScoreName] = $"{applicant.Name}：选拔分登记后可以改，不能清空";
            else if (input.Values.Count > 0 && new RecordValues(input.Values).Int(Move) != applicant.Record.Int(Move))
                found.Add((applicant, input));
        }

        if (errors.Count > 0)
            throw new RecordInvalidException(errors);
        foreach (var (applicant, input) in found)
        {
            var version = long.TryParse(typed(applicant.VersionName), out var seen) ? seen : 0;
            await records.MoveAsync(applicant.Record.Id, version, Move, input, null, cancellationToken);
        }

        return found.Count;
    }
}
