using System.Text.Json;
using Portal.RegistryTransfer.Archives;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Students;

/// <summary>One student with enrolments, numbers, history and packages, in the reach of the current post.</summary>
internal sealed class StudentQueries(DbDataSource source, ScopeService scope)
{
    /// <summary>The student if he is or was at a school in reach; null otherwise.</summary>
    public async Task<StudentView?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var enrolments = (await connection.QueryAsync<EnrolmentView>(new CommandDefinition(
            """
            select e.id, e.school_id, u.name as school_name, u.path as school_path, school.stages as school_stages, school.schooling_system, e.grade, e.class_no,
                   e.boarding, e.status, e.start_on, e.end_on, e.entry_reason, e.exit_reason, case when e.active_student_id is null then 0 else 1 end as is_active, e.version
            from registrytransfer_enrolment e
            join organisation_unit u on u.id = e.school_id
            join registrytransfer_school school on school.unit_id = e.school_id
            where e.student_id = @id
            order by case when e.active_student_id is null then 1 else 0 end, e.start_on desc, e.id desc
            """,
            new { id },
            cancellationToken: cancellationToken))).AsList();
        EnrolmentView[] own = [.. enrolments.Where(IsInReach)];
        if (own.Length == 0)
            return null;
        var student = await connection.QueryFirstAsync<StudentView>(new CommandDefinition(
            "select id, number, number_kind, name, gender, birth_date, id_type, id_card_masked, problem, version from registrytransfer_student where id = @id",
            new { id },
            cancellationToken: cancellationToken));
        var isCurrent = IsInReach(enrolments[0]);
        return student with { Enrolments = isCurrent ? enrolments : own, Current = isCurrent ? enrolments[0] : null };
    }

    public async Task<IReadOnlyList<NumberRow>> NumbersAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<NumberRow>(new CommandDefinition(
            "select number, replaced_at from registrytransfer_student_number where student_id = @id order by replaced_at is not null, replaced_at desc", new { id }, cancellationToken: cancellationToken))).AsList();
    }

    public async Task<IReadOnlyList<ChangeRow>> ChangesAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ChangeRow>(new CommandDefinition(
            """
            select action, detail, effective_on, reason, person_name, unit_name, changed_at
            from registrytransfer_student_change
            where student_id = @id
            order by id desc
            """,
            new { id },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Packages that schools in reach keep as senders.</summary>
    public async Task<IReadOnlyList<PackageRow>> PackagesAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<PackageRow>(new CommandDefinition(
            """
            select package.application_id, application.number, application.in_school_name, package.content, package.content_hash, package.kept_at
            from registrytransfer_archive_package package
            join registrytransfer_application application on application.id = package.application_id
            join organisation_unit unit on unit.id = package.school_id
            where package.student_id = @id and unit.path >= @From and unit.path < @To
            order by package.application_id desc
            """,
            new { id, scope.From, scope.To },
            cancellationToken: cancellationToken))).AsList();
    }

    private bool IsInReach(EnrolmentView enrolment) => scope.From.Length > 0 && enrolment.SchoolPath.StartsWith(scope.From, StringComparison.Ordinal);
}

internal sealed record NumberRow
{
    public string Number { get; init; } = "";

    public DateTime? ReplacedAt { get; init; }
}

internal sealed record ChangeRow
{
    public string Action { get; init; } = "";

    public string Detail { get; init; } = "";

    public DateOnly EffectiveOn { get; init; }

    public string Reason { get; init; } = "";

    public string PersonName { get; init; } = "";

    public string UnitName { get; init; } = "";

    public DateTime ChangedAt { get; init; }
}

internal sealed record PackageRow
{
    public long ApplicationId { get; init; }

    public string Number { get; init; } = "";

    public string InSchoolName { get; init; } = "";

    public string Content { get; init; } = "";

    public string ContentHash { get; init; } = "";

    public DateTime KeptAt { get; init; }

    /// <summary>The enrolments as the package holds them.</summary>
    public IReadOnlyList<ArchivedEnrolment> Enrolments => JsonSerializer.Deserialize<PackageContent>(Content, JsonSerializerOptions.Web)?.Enrolments ?? [];

    private sealed record PackageContent(IReadOnlyList<ArchivedEnrolment> Enrolments);
}
