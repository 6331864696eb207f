using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Settings;

namespace Portal.InternationalExchange.Agreements;

/// <summary>Agreements in force today, by country of their partners.</summary>
internal sealed class ActiveAgreementQueries(DbDataSource source, SqlDialect dialect, RecordSettingQueries settings, RecordCatalog catalog, LocalTime local)
{
    /// <summary>Most agreements first; one with partners in two countries counts in both.</summary>
    /// <param name="condition">Over the record <c>r</c>, with the parameter <c>unitIds</c>.</param>
    /// <param name="unitIds">Units of the condition.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<IReadOnlyList<CountryAgreements>> ListAsync(string condition, IReadOnlyList<long> unitIds, CancellationToken cancellationToken)
    {
        var days = (await settings.ReadAsync(catalog.BookOf(catalog.Get(AgreementType.TypeKey)), cancellationToken)).Number(ExchangeSettings.AgreementExpiringDays);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<CountryRow>(new CommandDefinition(
            $"""
            select {RecordSql.Text(dialect, "p", "country")} as country,
                count(distinct r.id) as agreements,
                count(distinct case when {AgreementEffect.Expiring.Condition(dialect)} then r.id end) as expiring,
                count(distinct p.id) as partners
            from toolkit_record r
            join toolkit_record_link l on l.from_id = r.id and l.field = 'partners'
            join toolkit_record p on p.id = l.to_id
            where r.type = @TypeKey
              and {AgreementEffect.Effective.Condition(dialect)}
              and {condition}
            group by {RecordSql.Text(dialect, "p", "country")}
            """,
            new { AgreementType.TypeKey, unitIds, today = local.Today, soon = local.Today.AddDays(days) },
            cancellationToken: cancellationToken));
        return
        [
            .. rows.Where(row => row.Country is not null).Select(row => new CountryAgreements(row.Country!, Countries.NameOf(row.Country!), row.Agreements, row.Expiring, row.Partners))
                .OrderByDescending(row => row.Agreements).ThenBy(row => row.Code, StringComparer.Ordinal),
        ];
    }

    private sealed record CountryRow
    {
        public string? Country { get; init; }

        public int Agreements { get; init; }

        public int Expiring { get; init; }

        public int Partners { get; init; }
    }
}

/// <summary>Agreements in force with partners of a country.</summary>
/// <param name="Code">ISO 3166-1.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Agreements">In force.</param>
/// <param name="Expiring">Of these, soon at their end.</param>
/// <param name="Partners">How many partners.</param>
internal sealed record CountryAgreements(string Code, string Name, int Agreements, int Expiring, int Partners);
