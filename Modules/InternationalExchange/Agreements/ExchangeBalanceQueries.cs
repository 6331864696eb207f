using Portal.InternationalExchange.Outbound;
using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Students;

namespace Portal.InternationalExchange.Agreements;

/// <summary>Students sent and received, by year. Only counts leave here, no names.</summary>
internal sealed class ExchangeBalanceQueries(DbDataSource source, SqlDialect dialect)
{
    /// <summary>Under an agreement: programmes that rest on it, and exchange students who came by it.</summary>
    public Task<IReadOnlyList<ExchangeBalance>> OfAgreementAsync(long id, CancellationToken cancellationToken) => ReadAsync(id, "agreement", "agreement", cancellationToken);

    /// <summary>With a partner: programmes there, and students it sent.</summary>
    public Task<IReadOnlyList<ExchangeBalance>> OfPartnerAsync(long id, CancellationToken cancellationToken) => ReadAsync(id, "partner", "homeSchool", cancellationToken);

    private async Task<IReadOnlyList<ExchangeBalance>> ReadAsync(long id, string programmeField, string studentField, CancellationToken cancellationToken)
    {
        var departed = RecordSql.Text(dialect, "s", "actualDepart");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<YearRow>(new CommandDefinition(
            $"""
            select 'out' as direction, substr({departed}, 1, 4) as year, count(*) as total
            from toolkit_record_link programme
            join toolkit_record_link student on student.to_id = programme.from_id and student.field = 'programme'
            join toolkit_record s on s.id = student.from_id
            where programme.to_id = @id
              and programme.field = @programmeField
              and s.type = @OutboundStudent
              and {departed} is not null
            group by substr({departed}, 1, 4)
            union all
            select 'in', substr(s.start_on, 1, 4), count(*)
            from toolkit_record_link student
            join toolkit_record s on s.id = student.from_id
            where student.to_id = @id
              and student.field = @studentField
              and s.type = @IntlStudent
              and s.start_on is not null
            group by substr(s.start_on, 1, 4)
            """,
            new { id, programmeField, studentField, OutboundStudent = OutboundStudentType.TypeKey, IntlStudent = IntlStudentType.TypeKey },
            cancellationToken: cancellationToken))).AsList();
        return
        [
            .. rows.GroupBy(row => row.Year).OrderByDescending(year => year.Key)
                .Select(year => new ExchangeBalance(year.Key, year.Where(row => row.Direction == "out").Sum(row => row.Total), year.Where(row => row.Direction == "in").Sum(row => row.Total))),
        ];
    }

    private sealed record YearRow
    {
        public string Direction { get; init; } = "";

        public int Year { get; init; }

        public int Total { get; init; }
    }
}
