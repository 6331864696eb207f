using Portal.InternationalExchange.Agreements;

namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>Reads all figures of a year within the scope of the current post.</summary>
internal sealed class StatisticsQueries(
    StatisticsScopeService scopes, TripStatisticsQueries trips, ActiveAgreementQueries agreements, StudentStatisticsQueries students, DueStatisticsQueries dues, PlanStatisticsQueries plans)
{
    /// <summary>Null for a post without any part in the module.</summary>
    public async Task<ExchangeStatistics?> ReadAsync(int year, CancellationToken cancellationToken) => scopes.Find() is not { } scope ? null : new()
    {
        Year = year,
        Scope = scope,
        Trips = await trips.ReadAsync(scope, year, cancellationToken),
        Agreements = await agreements.ListAsync(scope.Sql("r.unit_id"), scope.UnitIds, cancellationToken),
        Students = await students.ReadAsync(scope, year, cancellationToken),
        Dues = await dues.ListAsync(scope, year, cancellationToken),
        Plans = await plans.ListAsync(scope, year, cancellationToken),
    };
}
