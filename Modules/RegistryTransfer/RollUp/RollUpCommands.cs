using Portal.Jobs;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.RollUp;

/// <summary>毕业 and 全国统一升级: once for each school year, in batches that commit with their checkpoint, so that whoever goes on continues where it stood.</summary>
internal sealed class RollUpCommands(
    RollUpQueries queries, PromotedApplications promoted, IWriteTransactions transactions, IAuditLog audit, IJobQueue jobs, IUnitContext context, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <summary>Started by the ministry: the same work as a job with its progress. Returns the job.</summary>
    /// <exception cref="RefusedException">It has begun already.</exception>
    public Task<long> StartAsync(int schoolYear, RollUpPhase phase, CancellationToken cancellationToken) => transactions.RunAsync(1, async transaction =>
    {
        if (!await BeginAsync(transaction, schoolYear, phase))
            throw new RefusedException($"{schoolYear}年{RollUpRules.Word(phase)}已经办过或正在进行，每学年只办一次。");
        return await jobs.EnqueueAsync<RollUpJob, RollUpArgs>(
            transaction, $"{schoolYear}年{RollUpRules.Word(phase)}", new RollUpArgs(schoolYear, phase), Permissions.ConfigureNation);
    }, cancellationToken);

    /// <summary>Begins the phase unless it has begun, and works until it is finished.</summary>
    public async Task RunAsync(int schoolYear, RollUpPhase phase, Func<RollUpRun, Task> report, CancellationToken cancellationToken)
    {
        try
        {
            await transactions.RunAsync(0, transaction => BeginAsync(transaction, schoolYear, phase), cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            // Another worker began at the same moment; both go on with its row.
        }

        while (await queries.FindAsync(schoolYear, phase, cancellationToken) is { FinishedAt: null } run)
        {
            await StepAsync(run, cancellationToken);
            await report(run);
        }
    }

    // False when it has begun already.
    private async Task<bool> BeginAsync(WriteTransaction transaction, int schoolYear, RollUpPhase phase)
    {
        var found = await transaction.ScalarAsync<long>(
            "select count(*) from registrytransfer_roll_up where school_year = @schoolYear and phase = @phase", new { schoolYear, phase });
        if (found > 0)
        {
            transaction.WithoutAudit("Nothing begins.");
            return false;
        }

        await transaction.InsertAsync(
            "registrytransfer_roll_up",
            ["school_year", "phase", "started_at", "started_by_name", "students", "applications", "last_enrolment_id"],
            [[schoolYear, (int)phase, clock.GetUtcNow().UtcDateTime, context.Person?.Name ?? "系统", 0, 0, 0L]]);
        await WriteAuditAsync(transaction, schoolYear, phase, "开始", null);
        return true;
    }

    private async Task StepAsync(RollUpRun run, CancellationToken cancellationToken)
    {
        var batch = await queries.NextAsync(run.SchoolYear, run.Phase, run.LastEnrolmentId, BatchSize, cancellationToken);
        if (batch.Count == 0)
        {
            await EndPassAsync(run, cancellationToken);
            return;
        }

        var open = run.Phase == RollUpPhase.Promotion ? await queries.CountApplicationsAsync(batch.Select(row => row.StudentId), cancellationToken) : 0;
        await transactions.RunAsync(promoted.IdsFor(open), async transaction =>
        {
            if (await CheckpointAsync(transaction, run, batch[^1].Id) == 0)
            {
                transaction.WithoutAudit("Another worker did this batch.");
                return;
            }

            // A worker that comes late holds a list whose students others have moved by now.
            var due = await StillDueAsync(transaction, run, batch);
            var students = run.Phase == RollUpPhase.Graduation ? await GraduateAsync(transaction, run, due) : await PromoteAsync(transaction, run, due);
            var applications = run.Phase == RollUpPhase.Graduation ? 0 : await promoted.FollowAsync(transaction, run.SchoolYear, due);
            await transaction.ExecuteAsync(
                """
                update registrytransfer_roll_up
                set students = students + @students, applications = applications + @applications
                where school_year = @SchoolYear
                  and phase = @Phase
                """,
                new { students, applications, run.SchoolYear, run.Phase });
            await WriteAuditAsync(transaction, run.SchoolYear, run.Phase, "批次", new { First = batch[0].Id, Last = batch[^1].Id, students, applications });
        }, cancellationToken);
    }

    // A transfer in between may have given a student an enrolment behind the checkpoint: only a pass that finds nothing ends the phase.
    private Task EndPassAsync(RollUpRun run, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        if (run.LastEnrolmentId > 0)
        {
            await CheckpointAsync(transaction, run, 0);
            transaction.WithoutAudit("Only the checkpoint moves.");
            return;
        }

        var found = await transaction.ExecuteAsync(
            """
            update registrytransfer_roll_up
            set finished_at = @now
            where school_year = @SchoolYear
              and phase = @Phase
              and finished_at is null
              and last_enrolment_id = 0
            """,
            new { run.SchoolYear, run.Phase, now = clock.GetUtcNow().UtcDateTime });
        if (found == 0)
            transaction.WithoutAudit("Another worker ended it.");
        else
            await WriteAuditAsync(transaction, run.SchoolYear, run.Phase, "完成", new { run.Students, run.Applications });
    }, cancellationToken);

    private static Task<int> CheckpointAsync(WriteTransaction transaction, RollUpRun run, long last) => transaction.ExecuteAsync(
        """
        update registrytransfer_roll_up
        set last_enrolment_id = @last
        where school_year = @SchoolYear
          and phase = @Phase
          and finished_at is null
          and last_enrolment_id = @LastEnrolmentId
        """,
        new { last, run.SchoolYear, run.Phase, run.LastEnrolmentId });

    private static Task<IReadOnlyList<RollUpEnrolment>> StillDueAsync(WriteTransaction transaction, RollUpRun run, IReadOnlyList<RollUpEnrolment> batch) =>
        transaction.QueryAsync<RollUpEnrolment>(
            """
            select id, student_id, grade
            from registrytransfer_enrolment
            where id in @ids
              and rolled_year < @SchoolYear
              and active_student_id is not null
              and status = @Regular
            """,
            new { ids = batch.Select(row => row.Id), run.SchoolYear, EnrolmentStatus.Regular });

    private static Task<int> GraduateAsync(WriteTransaction transaction, RollUpRun run, IReadOnlyList<RollUpEnrolment> batch) => transaction.ExecuteAsync(
        """
        update registrytransfer_enrolment
        set status = @Graduated, end_on = @on, exit_reason = '毕业', active_student_id = null, rolled_year = @SchoolYear, version = version + 1
        where id in @ids
          and active_student_id is not null
          and status = @Regular
        """,
        new { EnrolmentStatus.Graduated, EnrolmentStatus.Regular, run.SchoolYear, on = RollUpRules.Begins(RollUpPhase.Graduation, run.SchoolYear), ids = batch.Select(row => row.Id) });

    private static async Task<int> PromoteAsync(WriteTransaction transaction, RollUpRun run, IReadOnlyList<RollUpEnrolment> batch)
    {
        var students = 0;
        foreach (var group in batch.GroupBy(row => row.Grade))
        {
            students += await transaction.ExecuteAsync(
                """
                update registrytransfer_enrolment
                set grade = @to, rolled_year = @SchoolYear, version = version + 1
                where id in @ids
                  and grade = @from
                  and active_student_id is not null
                  and status = @Regular
                  and rolled_year < @SchoolYear
                """,
                new { from = group.Key, to = RollUpRules.Next(group.Key), run.SchoolYear, EnrolmentStatus.Regular, ids = group.Select(row => row.Id) });
        }

        return students;
    }

    private Task WriteAuditAsync(WriteTransaction transaction, int schoolYear, RollUpPhase phase, string action, object? after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "RegistryTransfer", Action = $"{RollUpRules.Word(phase)}{action}", Subject = $"roll-up:{schoolYear}:{(int)phase}", After = after });
}
