using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Pages.Documents;

/// <summary>Documents handed over at a desk, one or several; each in a transaction of its own, so that one that is refused keeps back no other.</summary>
internal sealed class DocumentDeskCommands(RecordCommands records, DocumentDeskQueries documents)
{
    /// <summary>Makes one move with all documents that were ticked.</summary>
    /// <exception cref="RecordInvalidException">What was entered does not do; nothing was written.</exception>
    /// <exception cref="RecordException">The current post may not.</exception>
    internal async Task<DocumentHandover> RunAsync(
        DocumentDesk desk, string move, IReadOnlyCollection<DocumentTick> ticks, RecordInput? input, string? reason, CancellationToken cancellationToken)
    {
        var rows = await documents.FindAsync(desk, [.. ticks.Select(tick => tick.Id)], cancellationToken);
        var (done, refused) = (new List<string>(), new List<string>());
        foreach (var row in rows)
        {
            try
            {
                var version = ticks.First(tick => tick.Id == row.Document.Id).Version;
                var saved = await records.MoveAsync(row.Document.Id, version, move, input, reason, cancellationToken);
                done.Add(saved.Record.Title);
            }
            catch (RefusedException refusal)
            {
                refused.Add($"{row.Document.Title}：{refusal.Message}");
            }
            catch (StaleException stale)
            {
                refused.Add($"{row.Document.Title}：{await ExplainAsync(desk, row, stale, cancellationToken)}");
            }
        }

        return new(done, refused);
    }

    // Whoever comes second has to know that the document is gone, not only that something changed.
    private async Task<string> ExplainAsync(DocumentDesk desk, DocumentRow seen, StaleException stale, CancellationToken cancellationToken)
    {
        var now = await documents.FindAsync(desk, [seen.Document.Id], cancellationToken) is [var row] ? row : seen;
        return now.Document.IsIn("out") ? $"已领出{(now.Purpose.Length > 0 ? $"（{now.Purpose}）" : "")}" : stale.Message;
    }
}

/// <summary>A ticked document with the version that was on the screen.</summary>
internal sealed record DocumentTick(long Id, long Version)
{
    /// <summary>Reads <c>id.version</c>; null when it is something else.</summary>
    public static DocumentTick? Parse(string? text) =>
        text?.Split('.') is [var id, var version] && long.TryParse(id, out var parsed) && long.TryParse(version, out var seen) ? new(parsed, seen) : null;
}

/// <summary>How a handover ended.</summary>
/// <param name="Done">Titles of the documents handed over.</param>
/// <param name="Refused">Titles of the others, each with the reason.</param>
internal sealed record DocumentHandover(IReadOnlyList<string> Done, IReadOnlyList<string> Refused);
