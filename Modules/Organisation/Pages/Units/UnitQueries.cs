using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Units;

internal sealed class UnitQueries(DbDataSource source, ReachService reach)
{
    private const int MostHits = 50;

    public async Task<UnitRow?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (!reach.Covers(id))
            return null;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<UnitRow>(new CommandDefinition(
            "select id, parent_id, name, kind, path, position, version from organisation_unit where id = @id", new { id }, cancellationToken: cancellationToken));
    }

    /// <summary>The units below one, each with the number of its own units and of the posts held there today.</summary>
    public async Task<IReadOnlyList<UnitRow>> ChildrenAsync(long parentId, DateOnly today, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<UnitRow>(new CommandDefinition(
            """
            select unit.id, unit.parent_id, unit.name, unit.kind, unit.path, unit.position, unit.version,
                (select count(*) from organisation_unit below where below.parent_id = unit.id) as units,
                (select count(*) from organisation_post post where post.unit_id = unit.id and (post.valid_to is null or post.valid_to >= @today)) as posts
            from organisation_unit unit
            where unit.parent_id = @parentId
            order by unit.position, unit.name, unit.id
            """,
            new { parentId, today },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Units in reach whose name contains the text.</summary>
    public async Task<IReadOnlyList<UnitRow>> SearchAsync(string text, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<UnitRow>(new CommandDefinition(
            """
            select id, parent_id, name, kind, path, position, version
            from organisation_unit
            where path >= @From and path < @To and instr(name, @text) > 0
            order by path
            limit @MostHits
            """,
            new { reach.Range.From, reach.Range.To, text, MostHits },
            cancellationToken: cancellationToken))).AsList();
    }

    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            "select distinct kind from organisation_unit where kind <> '' order by kind", cancellationToken: cancellationToken))).AsList();
    }
}

/// <summary>A unit as the administrator's pages show it.</summary>
public sealed record UnitRow
{
    public long Id { get; init; }

    public long? ParentId { get; init; }

    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Path { get; init; } = "";

    public int Position { get; init; }

    public int Version { get; init; }

    public int Units { get; init; }

    public int Posts { get; init; }
}
