namespace Portal.GraduationClearance.Model;

public sealed class SchemeQueries(DbDataSource source)
{
    private const string Columns = "id, name, student_scope, season_year, season_month, status, open_at, close_at, initialised_at, notice, version";

    /// <summary>Schemes that operators see: open ones first, then closed ones, the newest season first.</summary>
    public async Task<IReadOnlyList<Scheme>> ListVisibleAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Scheme>(new CommandDefinition(
            $"""
            select {Columns}
            from graduationclearance_scheme
            where status in (@open, @closed)
            order by status, season_year desc, season_month desc, id
            """,
            new { open = (int)SchemeStatus.Open, closed = (int)SchemeStatus.Closed },
            cancellationToken: cancellationToken))).AsList();
    }

    public async Task<Scheme?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<Scheme>(new CommandDefinition(
            $"select {Columns} from graduationclearance_scheme where id = @id", new { id }, cancellationToken: cancellationToken));
    }
}
