using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.RollUp;

/// <summary>What a year change would touch, and what earlier ones did.</summary>
internal sealed class RollUpQueries(DbDataSource source)
{
    /// <summary>Conditions on the enrolment <c>e</c> and its school <c>s</c>; a transfer of the days of the roll-up keeps the mark of the enrolment it came from.</summary>
    internal const string Candidates =
        """
        e.active_student_id is not null
          and e.status = @Regular
          and e.rolled_year < @SchoolYear
          and (e.start_on < @begins or e.entry_reason = '转入')
          and ((s.schooling_system = @FiveFour and e.grade in @fiveFourGrades) or (s.schooling_system <> @FiveFour and e.grade in @sixThreeGrades))
        """;

    private const string Columns = "school_year, phase, started_at, started_by_name, finished_at, students, applications, last_enrolment_id";

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RollUpRun>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RollUpRun>(new CommandDefinition(
            $"select {Columns} from registrytransfer_roll_up order by school_year desc, phase desc limit 20", cancellationToken: cancellationToken))).AsList();
    }

    public async Task<RollUpRun?> FindAsync(int schoolYear, RollUpPhase phase, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<RollUpRun>(new CommandDefinition(
            $"select {Columns} from registrytransfer_roll_up where school_year = @schoolYear and phase = @phase", new { schoolYear, phase }, cancellationToken: cancellationToken));
    }

    /// <summary>Students by grade that a phase would move now.</summary>
    public async Task<IReadOnlyList<RollUpCount>> PreviewAsync(int schoolYear, RollUpPhase phase, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return [.. (await connection.QueryAsync<RollUpCount>(new CommandDefinition(
            $"""
            select e.grade, count(*) as students
            from registrytransfer_enrolment e
            join registrytransfer_school s on s.unit_id = e.school_id
            where {Candidates}
            group by e.grade
            """,
            Parameters(schoolYear, phase),
            cancellationToken: cancellationToken))).OrderBy(count => Grade.Find(count.Grade)?.Order)];
    }

    /// <summary>The next enrolments of a phase behind one, by id.</summary>
    public async Task<IReadOnlyList<RollUpEnrolment>> NextAsync(int schoolYear, RollUpPhase phase, long after, int take, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var parameters = Parameters(schoolYear, phase);
        parameters.AddDynamicParams(new { after, take });
        return (await connection.QueryAsync<RollUpEnrolment>(new CommandDefinition(
            $"""
            select e.id, e.student_id, e.grade
            from registrytransfer_enrolment e
            join registrytransfer_school s on s.unit_id = e.school_id
            where e.id > @after
              and {Candidates}
            order by e.id
            limit @take
            """,
            parameters,
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Open applications for a transfer of these students.</summary>
    public async Task<int> CountApplicationsAsync(IEnumerable<long> students, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*) from registrytransfer_application where open_student_id in @students and kind = @Transfer",
            new { students, ApplicationKind.Transfer },
            cancellationToken: cancellationToken));
    }

    private static DynamicParameters Parameters(int schoolYear, RollUpPhase phase) => new(new
    {
        SchoolYear = schoolYear,
        EnrolmentStatus.Regular,
        SchoolingSystem.FiveFour,
        begins = RollUpRules.Begins(phase, schoolYear),
        fiveFourGrades = RollUpRules.Grades(phase, SchoolingSystem.FiveFour),
        sixThreeGrades = RollUpRules.Grades(phase, SchoolingSystem.SixThree),
    });
}

/// <summary>Students of one grade.</summary>
internal sealed record RollUpCount
{
    public string Grade { get; init; } = "";

    public int Students { get; init; }
}

/// <summary>An enrolment that a phase takes.</summary>
internal sealed record RollUpEnrolment
{
    public long Id { get; init; }

    public long StudentId { get; init; }

    public string Grade { get; init; } = "";
}
