namespace Portal.RegistryTransfer.Oversight;

/// <summary>A province or a school with both its sides.</summary>
public sealed record PlaceCount(long Id, string Name, SideCount In, SideCount Out)
{
    public long Overdue => In.Overdue + Out.Overdue;

    public decimal? InPercent => Percent(In.Reviewed, In.Due);

    public decimal? OutPercent => Percent(Out.Reviewed, Out.Due);

    /// <summary>调档 counts where the pupil arrives.</summary>
    public decimal? ArchivePercent => Percent(In.ArchiveDue > 0 ? In.Archived : Out.Archived, In.ArchiveDue > 0 ? In.ArchiveDue : Out.ArchiveDue);

    /// <summary>98.5%, or a dash where nothing was due.</summary>
    public static string Text(decimal? percent) => percent is { } value ? $"{value:0.0}%" : "—";

    /// <summary>One row for each place, the one with the most overdue first.</summary>
    public static IReadOnlyList<PlaceCount> Of(IEnumerable<SideCount> sides) =>
    [
        .. sides.GroupBy(side => side.Id)
            .Select(place => new PlaceCount(place.Key, place.First().Name, Sum(place, isIn: true), Sum(place, isIn: false)))
            .OrderByDescending(place => place.Overdue).ThenByDescending(place => place.In.Started + place.Out.Started).ThenBy(place => place.Id),
    ];

    public static PlaceCount Total(IReadOnlyList<PlaceCount> places) =>
        new(0, "合计", places.Aggregate(new SideCount { IsIn = true }, (sum, place) => sum + place.In), places.Aggregate(new SideCount(), (sum, place) => sum + place.Out));

    private static SideCount Sum(IEnumerable<SideCount> sides, bool isIn) =>
        sides.Where(side => side.IsIn == isIn).Aggregate(new SideCount { IsIn = isIn }, (sum, side) => sum + side);

    private static decimal? Percent(long part, long whole) => whole == 0 ? null : Math.Round(100m * part / whole, 1);
}
