using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>Documents that are out for a trip: what they are owed by follows the trip.</summary>
internal static class TripDocuments
{
    /// <summary>Those not handed back.</summary>
    public static async Task<IReadOnlyList<RecordView>> OutsideAsync(RecordSight sight, long tripId) =>
        [.. (await sight.ReferringAsync(tripId, TravelDocumentType.TypeKey, "trip")).Where(document => document.IsIn("out", "lost") && document.Ref("trip")?.Id == tripId)];

    /// <summary>After the return, a change of dates or a cancellation, each document is owed from another day (G6).</summary>
    public static async Task FollowAsync(RecordChange change, RecordWriter writer)
    {
        var cancelled = change.Entered("cancelled");
        var before = change.Before is null ? null : TripDates.Returned(change.Before);
        if (change.Before is null || !(cancelled || TripDates.Returned(change.After) != before))
            return;
        var from = cancelled ? writer.Today : TripDates.Returned(change.After);
        foreach (var document in await OutsideAsync(writer.ContextOf(change.After), change.After.Id))
        {
            await writer.SetAsync(
                document,
                $"归还期限随 {change.After.No} 变动",
                (DocumentFields.OwedFrom, from?.ToIso()),
                (DocumentFields.TripCancelled, cancelled ? "true" : null));
        }
    }
}
