using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Schemes;

/// <summary>All schemes as an administrator lists them.</summary>
public sealed class SchemeListQueries(DbDataSource source)
{
    public async Task<IReadOnlyList<SchemeSummary>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<SchemeSummary>(new CommandDefinition(
            """
            select c.id, c.name, c.student_scope, c.season_year, c.season_month, c.status, c.open_at, c.close_at,
                   (select count(*) from graduationclearance_step st where st.scheme_id = c.id) as steps,
                   (select count(*) from graduationclearance_student s where s.scheme_id = c.id and s.status = @active) as students
            from graduationclearance_scheme c
            order by case when c.status = @archived then 1 else 0 end, c.season_year desc, c.season_month desc, c.id desc
            """,
            new { active = (int)RosterStatus.Active, archived = (int)SchemeStatus.Archived },
            cancellationToken: cancellationToken))).AsList();
    }
}

public sealed record SchemeSummary
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public StudentScope StudentScope { get; init; }

    public int SeasonYear { get; init; }

    public int SeasonMonth { get; init; }

    public SchemeStatus Status { get; init; }

    public DateTime? OpenAt { get; init; }

    public DateTime? CloseAt { get; init; }

    public int Steps { get; init; }

    public int Students { get; init; }
}
