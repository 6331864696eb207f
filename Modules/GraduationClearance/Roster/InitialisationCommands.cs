using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;
using Portal.Jobs;

namespace Portal.GraduationClearance.Roster;

/// <summary>初始化离校数据: gives every active student a record at every step. It adds only what is missing, so running it again is harmless.</summary>
public sealed class InitialisationCommands(IWriteTransactions transactions, IAuditLog audit, IJobQueue jobs, DbDataSource source, TimeProvider clock)
{
    /// <summary>Students per transaction.</summary>
    public const int ChunkSize = 500;

    private const string Missing =
        $"""
        from graduationclearance_student s
        join graduationclearance_step st on st.scheme_id = s.scheme_id
        left join graduationclearance_step_record r on r.student_id = s.id and r.step_id = st.id
        where s.id in @ids and s.status = @active and r.student_id is null
        """;

    private const string Status = $"case when {Applicability.Sql} then @pending else @notRequired end";

    /// <summary>Returns how many records were added.</summary>
    /// <exception cref="RefusedException">The scheme is closed or archived.</exception>
    public async Task<int> InitialiseAsync(long schemeId, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var ids in (await ListStudentsAsync(schemeId, cancellationToken)).Chunk(ChunkSize))
            added += await transactions.RunAsync(0, transaction => AddMissingAsync(transaction, schemeId, ids), cancellationToken);
        await transactions.RunAsync(0, transaction => MarkAsync(transaction, schemeId), cancellationToken);
        return added;
    }

    /// <summary>Queues the same as a job and returns its id.</summary>
    public Task<long> EnqueueAsync(Scheme scheme, CancellationToken cancellationToken) => transactions.RunAsync(1, async transaction =>
    {
        transaction.WithoutAudit("The job writes an audit row for each chunk that adds records.");
        return await jobs.EnqueueAsync<InitialisationJob, InitialisationArgs>(transaction, TitleOf(scheme), new(scheme.Id), Permissions.Configure);
    }, cancellationToken);

    public static string TitleOf(Scheme scheme) => $"初始化离校数据：{scheme.Name}";

    /// <summary>Active students of the scheme in a fixed order; a job works through them in chunks.</summary>
    internal async Task<IReadOnlyList<long>> ListStudentsAsync(long schemeId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            "select id from graduationclearance_student where scheme_id = @schemeId and status = @active order by id",
            new { schemeId, active = (int)RosterStatus.Active },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Adds the missing records of some students, with their counters, in the caller's transaction.</summary>
    internal async Task<int> AddMissingAsync(WriteTransaction transaction, long schemeId, IReadOnlyCollection<long> studentIds)
    {
        await SchemeLock.TakeForChangeAsync(transaction, schemeId);
        var ids = await RecordReader.LockAsync(transaction, schemeId, studentIds);
        var parameters = new
        {
            ids,
            active = (int)RosterStatus.Active,
            pending = (int)StepStatus.Pending,
            notRequired = (int)StepStatus.NotRequired,
            none = (int)DecisionSource.None,
        };
        var counts = await transaction.QueryAsync<TallyRow>(
            $"""
            select st.id as step_id, s.department_id, {Status} as status, count(*) as total
            {Missing}
            group by st.id, s.department_id, {Status}
            """,
            parameters);
        var added = counts.Sum(count => count.Total);
        if (added == 0)
        {
            transaction.WithoutAudit("All records exist; nothing was added.");
            return 0;
        }

        await transaction.ExecuteAsync(
            $"""
            insert into graduationclearance_step_record
                (student_id, step_id, student_no, department_id, status, remark, decided_by, decided_by_name, decided_at, source, batch_id, version)
            select s.id, st.id, s.student_no, s.department_id, {Status}, '', null, '', null, @none, null, 1
            {Missing}
            """,
            parameters);
        await Tally.AddAsync(transaction, counts.Select(count => new TallyDelta(count.StepId, count.DepartmentId, count.Status, count.Total)));
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "GraduationClearance",
            Action = "初始化离校数据",
            Subject = $"scheme:{schemeId}",
            After = new { 学生 = ids.Count, 新增办理记录 = added },
        });
        return added;
    }

    internal async Task MarkAsync(WriteTransaction transaction, long schemeId)
    {
        await transaction.ExecuteAsync(
            "update graduationclearance_scheme set initialised_at = @now where id = @schemeId", new { schemeId, now = clock.GetUtcNow().UtcDateTime });
        transaction.WithoutAudit("The time of the last run; each chunk that added records has its own audit row.");
    }
}
