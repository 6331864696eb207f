using System.Data.Common;
using System.Text.Json;
using Dapper;
using Portal.Data;
using Portal.Units;

namespace Portal.Jobs;

internal sealed class JobQueue(DbDataSource source, IUnitContext context, TimeProvider clock) : IJobQueue
{
    public async Task<long> EnqueueAsync<TJob, TArgs>(WriteTransaction transaction, string title, TArgs args, string permission)
        where TJob : IJob<TArgs>
    {
        var id = transaction.NextId();
        await transaction.ExecuteAsync(
            """
            insert into portal_job
                (id, type, args, title, person_id, post_id, permission, address, state, done, total, message, attempts, owner, token, created_at)
            values
                (@id, @type, @args, @title, @personId, @postId, @permission, @Address, @state, 0, 0, '', 0, '', 0, @now)
            """,
            new
            {
                id,
                type = JobType.Name<TJob>(),
                args = JsonSerializer.Serialize(args),
                title,
                personId = context.Person?.Id,
                postId = context.Post?.Id,
                permission,
                context.Address,
                state = (int)JobState.Queued,
                now = clock.GetUtcNow().UtcDateTime,
            });
        return id;
    }

    public async Task<JobStatus?> FindAsync(long jobId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<JobStatus>(new CommandDefinition(
            "select id, title, state, done, total, message from portal_job where id = @jobId", new { jobId }, cancellationToken: cancellationToken));
    }

    public async Task<JobStatus?> WaitAsync(long jobId, TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            var status = await FindAsync(jobId, cancellationToken);
            if (status is null || status.HasEnded || clock.GetElapsedTime(start) > patience)
                return status;
            await Task.Delay(50, cancellationToken);
        }
    }
}
