namespace Portal.Samples.DropIn.Pages.Weeks;

internal sealed class TermQueries(DbDataSource source)
{
    public async Task<IReadOnlyList<Term>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var terms = await connection.QueryAsync<Term>(new CommandDefinition(
            """
            select id, name, first_day
            from samplesdropin_term
            order by first_day desc
            """,
            cancellationToken: cancellationToken));
        return terms.AsList();
    }
}
