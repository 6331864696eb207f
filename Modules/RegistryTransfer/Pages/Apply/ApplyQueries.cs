using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Pages.Apply;

/// <summary>What the page needs beside the student: the own school, its latest applications, an ended one to repeat.</summary>
internal sealed class ApplyQueries(DbDataSource source, GuardService guards, IUnitContext context)
{
    private const int Recent = 8;

    /// <summary>The school of the current post; null when it is held elsewhere.</summary>
    public async Task<SchoolFacts?> FindSchoolAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await SchoolFacts.FindAsync(ReadSession.Of(connection, cancellationToken), context.UnitId);
    }

    public async Task<IReadOnlyList<RecentApplication>> ListRecentAsync(ApplicationKind kind, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RecentApplication>(new CommandDefinition(
            """
            select id, number, kind, status, student_name, in_grade, case when started_by = @personId then 1 else 0 end as is_own, started_at
            from registrytransfer_application
            where in_school_id = @UnitId
              and kind = @kind
            order by started_at desc
            limit @Recent
            """,
            new { context.UnitId, kind, Recent, personId = context.Person?.Id },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>An application of this school that ended without 调档, with the student's present number; null for any other.</summary>
    public async Task<StartedApplication?> FindEndedAsync(ApplicationKind kind, long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var data = ReadSession.Of(connection, cancellationToken);
        var found = await StartedApplication.FindAsync(data, id);
        if (found is null || found.Kind != kind || found.InSchoolId != context.UnitId || found.Status is not (ApplicationStatus.Rejected or ApplicationStatus.Revoked or ApplicationStatus.Expired))
            return null;
        return await StudentData.FindAsync(data, found.StudentId) is { } student ? found with { StudentName = student.Name, StudentNo = student.Number } : null;
    }

    /// <summary>An application that the current person started at this school; null for any other.</summary>
    public async Task<OwnApplication?> FindOwnAsync(ApplicationKind kind, long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var data = ReadSession.Of(connection, cancellationToken);
        var found = await StartedApplication.FindAsync(data, id);
        if (found is null || found.Kind != kind || found.InSchoolId != context.UnitId || found.StartedBy != context.Person?.Id)
            return null;
        var school = await SchoolFacts.FindAsync(data, context.UnitId);
        var student = await StudentData.FindAsync(data, found.StudentId);
        return school is null || student is null
            ? new(found, [])
            : new(found, (await guards.ReadAsync(connection, kind, student, school, cancellationToken)).Grades);
    }
}
