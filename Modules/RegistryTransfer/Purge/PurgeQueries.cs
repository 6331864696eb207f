using System.Globalization;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Purge;

/// <summary>What the purge has to end, and what it ended.</summary>
internal sealed class PurgeQueries(DbDataSource source, LocalTime time, TimeProvider clock)
{
    /// <summary>Name of the setting in days.</summary>
    public const string MaxAgeSetting = "purge.days";

    private const int DefaultMaxAge = 165;
    private const int Batch = 500;

    private const string Open =
        """
        select a.id, a.kind, a.review_id, a.started_at
        from registrytransfer_application a
        """;

    private const string After = "and (a.started_at > @StartedAt or (a.started_at = @StartedAt and a.id > @Id))";

    /// <summary>Some at a time, the oldest first.</summary>
    public async Task<IReadOnlyList<PurgeCandidate>> ListTooOldAsync(PurgeCandidate? after, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var setting = await connection.QueryFirstOrDefaultAsync<string?>(new CommandDefinition(
            "select value from registrytransfer_setting where name = @MaxAgeSetting", new { MaxAgeSetting }, cancellationToken: cancellationToken));
        var days = int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) && chosen > 0 ? chosen : DefaultMaxAge;
        return (await connection.QueryAsync<PurgeCandidate>(new CommandDefinition(
            $"""
            {Open}
            where a.status < @Archiving
              and a.started_at < @before
              {(after is null ? "" : After)}
            order by a.started_at, a.id
            limit @Batch
            """,
            new { ApplicationStatus.Archiving, before = clock.GetUtcNow().UtcDateTime.AddDays(-days), after?.StartedAt, after?.Id, Batch },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Transfers of graduating grades started before 15 July; from the roll-up on grades mean the next year.</summary>
    public async Task<IReadOnlyList<PurgeCandidate>> ListGraduatingAsync(PurgeCandidate? after, CancellationToken cancellationToken)
    {
        var today = time.Today;
        var freeze = new DateOnly(today.Year, 7, 15);
        if (today < freeze || today > new DateOnly(today.Year, 8, 10))
            return [];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<PurgeCandidate>(new CommandDefinition(
            $"""
            {Open}
            join registrytransfer_school s on s.unit_id = a.out_school_id
            where a.status < @Archiving
              and a.kind = @Transfer
              and a.started_at < @before
              and ((s.schooling_system = @FiveFour and a.out_grade in @fiveFourGrades) or (s.schooling_system <> @FiveFour and a.out_grade in @sixThreeGrades))
              {(after is null ? "" : After)}
            order by a.started_at, a.id
            limit @Batch
            """,
            new
            {
                ApplicationStatus.Archiving,
                ApplicationKind.Transfer,
                SchoolingSystem.FiveFour,
                before = time.ToUtc(freeze.ToDateTime(TimeOnly.MinValue)),
                fiveFourGrades = GraduatingGrades(SchoolingSystem.FiveFour),
                sixThreeGrades = GraduatingGrades(SchoolingSystem.SixThree),
                after?.StartedAt,
                after?.Id,
                Batch,
            },
            cancellationToken: cancellationToken))).AsList();
    }

    private static IEnumerable<string> GraduatingGrades(SchoolingSystem system) => Grade.All.Where(grade => grade.IsGraduating(system)).Select(grade => grade.Code);
}
