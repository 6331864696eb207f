using System.Text.Json.Nodes;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>
/// 领用登记: one line for each time a document changes hands. The lines stay in the document: nobody asks for lines of several documents, the version of the one
/// record keeps two who lend at once apart, and history and audit come with it.
/// </summary>
internal static class DocumentLedger
{
    private static readonly string[] _moves = ["hand-in", "lend", "return", "lose", "find"];
    private static readonly string[] _loan = ["trip", "reason", "approvedBy", "plannedReturn", DocumentFields.OwedFrom, DocumentFields.TripCancelled, TripLock.LiftedUntilField];

    public static async Task WriteAsync(RecordChange change, RecordWriter writer)
    {
        if (change.Move?.Key is not { } move || !_moves.Contains(move))
            return;
        var document = change.After;
        var trip = move == "lend" && document.Ref("trip") is { } reference ? await writer.FindAsync(reference.Id) : null;
        var from = move != "lend" ? null : trip is null ? document.Date("plannedReturn") : TripDates.Returned(trip);
        List<(string, JsonNode?)> values = [(DocumentFields.Ledger, new JsonArray([.. document.Rows(DocumentFields.Ledger).Select(row => (JsonNode)row.Copy()), Line(change, writer, from)]))];
        if (move == "lend")
            values.Add((DocumentFields.OwedFrom, from?.ToIso()));
        if (move is "return" or "find")
            values.AddRange(_loan.Select(field => (field, (JsonNode?)null)));
        await writer.SetAsync(document, "登记领用", [.. values]);
        if (trip is { State: "approved" })
            await writer.MoveAsync(trip, "take-documents", $"{document.Title} 已领出");
    }

    private static JsonObject Line(RecordChange change, RecordWriter writer, DateOnly? from)
    {
        var (document, move) = (change.After, change.Move!.Key);
        var line = new JsonObject { ["type"] = move, ["on"] = writer.Today.ToIso(), ["by"] = writer.Actor.Name };
        if (move is "lend" or "return" && document.Copy()["trip"] is { } trip)
            line["trip"] = trip.DeepClone();
        if ((move == "lend" ? document["reason"] : change.Text) is { Length: > 0 } reason)
            line["reason"] = reason.Length <= 200 ? reason : reason[..200];
        if (DocumentDates.DueFrom(document, from, writer.Settings) is { } due)
            line["dueOn"] = due.ToIso();
        return line;
    }
}
