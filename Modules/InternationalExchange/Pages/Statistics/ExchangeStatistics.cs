using Portal.InternationalExchange.Agreements;

namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>All figures of a year.</summary>
internal sealed record ExchangeStatistics
{
    public required int Year { get; init; }

    public required StatisticsScope Scope { get; init; }

    public required TripStatistics Trips { get; init; }

    /// <summary>As of today, whatever the year.</summary>
    public required IReadOnlyList<CountryAgreements> Agreements { get; init; }

    public required StudentStatistics Students { get; init; }

    public required IReadOnlyList<DueRate> Dues { get; init; }

    public required IReadOnlyList<PlanComparison> Plans { get; init; }
}
