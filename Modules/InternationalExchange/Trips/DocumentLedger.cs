using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>领用登记: one line for each time a document changes hands; a lent one is owed from the planned return of its trip.</summary>
internal static class DocumentLedger
{
    public static async Task WriteAsync(RecordChange change, RecordWriter writer)
    {
        if (change.Move?.Key is not ("hand-in" or "lend" or "return"))
            return;
        var (document, move) = (change.After, change.Move.Key);
        var trip = move == "lend" && document.Ref("trip") is { } reference ? await writer.FindAsync(reference.Id) : null;
        var line = new JsonObject { ["type"] = move, ["on"] = Text(writer.Today) };
        if (document.Copy()["trip"] is { } linked)
            line["trip"] = linked.DeepClone();
        if ((move == "lend" ? document["reason"] : change.Text) is { Length: > 0 } reason)
            line["reason"] = reason;
        var ledger = new JsonArray([.. document.Rows(DocumentFields.Ledger).Select(row => (JsonNode)row.Copy()), line]);
        List<(string, JsonNode?)> values = [(DocumentFields.Ledger, ledger)];
        if (move == "lend")
            values.Add((DocumentFields.OwedFrom, trip is null ? null : Text(TripDates.Returned(trip) ?? writer.Today)));
        if (move == "return")
            values.AddRange([("trip", null), ("reason", null), ("approvedBy", null), ("plannedReturn", null), (DocumentFields.OwedFrom, null), (DocumentFields.TripCancelled, null), ("lockLiftedUntil", null)]);
        await writer.SetAsync(document, "登记领用", [.. values]);
        if (trip is { State: "approved" })
            await writer.MoveAsync(trip, "take-documents", $"{document.Title} 已领出");
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
