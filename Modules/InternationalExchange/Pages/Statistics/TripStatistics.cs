
namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>Staff trips that have departed.</summary>
internal sealed record TripStatistics
{
    public required int Year { get; init; }

    /// <summary>Of the year; most persons first. A trip to two countries counts in both.</summary>
    public required IReadOnlyList<TripCount> Countries { get; init; }

    /// <summary>Of the year; most persons first.</summary>
    public required IReadOnlyList<TripCount> Units { get; init; }

    /// <summary>All years read, the oldest first.</summary>
    public required IReadOnlyList<TripCount> Years { get; init; }

    public TripCount Total => Years.FirstOrDefault(year => year.Name == $"{Year}") ?? new($"{Year}", 0, 0, 0);

    public static TripStatistics Of(int year, int years, IReadOnlyCollection<TripGroup> groups, Func<long, string> unitName, Func<string, string> countryName)
    {
        var current = groups.Where(group => group.DepartYear == year).ToArray();
        return new()
        {
            Year = year,
            Countries = Ordered(current.SelectMany(group => group.Countries.Select(country => (Name: countryName(country), group)))),
            Units = Ordered(current.Select(group => (unitName(group.UnitId), group))),
            Years = [.. Enumerable.Range(year - years + 1, years).Select(number => TripCount.Sum($"{number}", groups.Where(group => group.DepartYear == number)))],
        };
    }

    private static IReadOnlyList<TripCount> Ordered(IEnumerable<(string Name, TripGroup Group)> parts) =>
    [
        .. parts.GroupBy(part => part.Name).Select(part => TripCount.Sum(part.Key, part.Select(pair => pair.Group)))
            .OrderByDescending(count => count.Persons).ThenByDescending(count => count.PersonDays).ThenBy(count => count.Name, StringComparer.Ordinal),
    ];
}

/// <summary>Trips of a country, unit or year.</summary>
/// <param name="Name">Of the country, unit or year.</param>
/// <param name="Trips">Groups that left.</param>
/// <param name="Persons">Their members, 人次.</param>
/// <param name="PersonDays">Members × days abroad, with those of departure and arrival.</param>
internal sealed record TripCount(string Name, int Trips, int Persons, int PersonDays)
{
    public static TripCount Sum(string name, IEnumerable<TripGroup> groups) =>
        groups.Aggregate(new TripCount(name, 0, 0, 0), (sum, group) => sum with { Trips = sum.Trips + group.Trips, Persons = sum.Persons + group.Persons, PersonDays = sum.PersonDays + group.PersonDays });
}

/// <summary>Trips of a unit to the same countries in a year.</summary>
internal sealed record TripGroup
{
    public long UnitId { get; init; }

    public int DepartYear { get; init; }

    /// <summary>JSON list of codes.</summary>
    public string? CountryList { get; init; }

    public int Trips { get; init; }

    public int Persons { get; init; }

    public int PersonDays { get; init; }

    public IReadOnlyList<string> Countries => CountryList is null ? [] : System.Text.Json.JsonSerializer.Deserialize<string[]>(CountryList) ?? [];
}
