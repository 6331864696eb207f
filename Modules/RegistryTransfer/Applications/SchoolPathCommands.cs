namespace Portal.RegistryTransfer.Applications;

/// <summary>A school that was moved in the organisation tree: its applications belong to the new superior units.</summary>
internal sealed class SchoolPathCommands(DbDataSource source, IWriteTransactions transactions, IAuditLog audit)
{
    private const int Batch = 500;

    /// <summary>Rewrites who may see the applications of every school that moved since it was last looked at; returns the number of schools.</summary>
    public async Task<int> SyncAsync(CancellationToken cancellationToken)
    {
        var moved = await ListMovedAsync(cancellationToken);
        foreach (var school in moved)
        {
            for (var after = 0L; await ListApplicationsAsync(school.UnitId, after, cancellationToken) is { Count: > 0 } batch; after = batch[^1])
                await transactions.RunAsync(0, transaction => RewriteAsync(transaction, batch), cancellationToken);
            await transactions.RunAsync(0, transaction => NoteAsync(transaction, school), cancellationToken);
        }

        return moved.Count;
    }

    /// <summary>Notes where new schools lie: who may see their applications is written for that place.</summary>
    internal static Task NoteNewAsync(WriteTransaction transaction, IEnumerable<long> schools) => transaction.ExecuteAsync(
        """
        update registrytransfer_school
        set listed_path = (select u.path from organisation_unit u where u.id = registrytransfer_school.unit_id)
        where unit_id in @schools
        """,
        new { schools });

    private async Task<IReadOnlyList<MovedSchool>> ListMovedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<MovedSchool>(new CommandDefinition(
            """
            select s.unit_id, s.listed_path as old_path, u.path as new_path
            from organisation_unit u
            join registrytransfer_school s on s.unit_id = u.id
            where u.moved_version is not null
              and u.path <> s.listed_path
            """,
            cancellationToken: cancellationToken))).AsList();
    }

    private async Task<IReadOnlyList<long>> ListApplicationsAsync(long schoolId, long after, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            "select application_id from registrytransfer_application_unit where unit_id = @schoolId and application_id > @after order by application_id limit @Batch",
            new { schoolId, after, Batch },
            cancellationToken: cancellationToken))).AsList();
    }

    // Units that decided a step, or wait for one, keep their view whatever the tree says now.
    private static async Task RewriteAsync(WriteTransaction transaction, IReadOnlyList<long> applications)
    {
        transaction.WithoutAudit("Derived rows follow the organisation tree; the school's own row is audited.");

        // Whatever changes an application writes its row before its units: with the rows locked nothing is added or closed between reading and writing.
        await transaction.ExecuteAsync("update registrytransfer_application set status = status where id in @applications", new { applications });
        var sides = await transaction.QueryAsync<ApplicationSides>(
            """
            select a.id, a.kind, case when a.open_student_id is null then 0 else 1 end as is_open, pi.path as in_path, po.path as out_path
            from registrytransfer_application a
            join organisation_unit pi on pi.id = a.in_school_id
            join organisation_unit po on po.id = a.out_school_id
            where a.id in @applications
            """,
            new { applications });
        var acted = await transaction.QueryAsync<UnitOfApplication>(
            """
            select a.id as application_id, r.unit_id
            from registrytransfer_application a
            join toolkit_review_step r on r.review_id = a.review_id
            where a.id in @applications
              and r.unit_id is not null
            """,
            new { applications });
        var keep = acted.ToLookup(row => row.ApplicationId, row => row.UnitId);
        await transaction.ExecuteAsync("delete from registrytransfer_application_unit where application_id in @applications", new { applications });
        await transaction.InsertAsync(
            "registrytransfer_application_unit",
            ["unit_id", "application_id", "kind", "is_open"],
            sides.SelectMany(side => side.Units().Concat(keep[side.Id]).Distinct().Select(unitId => new object?[] { unitId, side.Id, side.Kind, side.IsOpen })));
    }

    private async Task NoteAsync(WriteTransaction transaction, MovedSchool school)
    {
        await transaction.ExecuteAsync("update registrytransfer_school set listed_path = @NewPath where unit_id = @UnitId and listed_path = @OldPath", school);
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "RegistryTransfer",
            Action = "学校随单位调整",
            Subject = $"school:{school.UnitId}",
            Before = new { Path = school.OldPath },
            After = new { Path = school.NewPath },
        });
    }

    private sealed record MovedSchool
    {
        public long UnitId { get; init; }

        public string OldPath { get; init; } = "";

        public string NewPath { get; init; } = "";
    }

    private sealed record UnitOfApplication
    {
        public long ApplicationId { get; init; }

        public long UnitId { get; init; }
    }
}
