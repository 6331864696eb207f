using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>Who travels.</summary>
internal static class TripMembers
{
    public static IReadOnlyList<RecordPerson> Of(RecordView trip) => [.. trip.Rows("members").SelectMany(row => row.People("person"))];
}
