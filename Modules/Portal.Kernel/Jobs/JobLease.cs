using System.Data.Common;
using Dapper;

namespace Portal.Jobs;

/// <summary>Claims queued and abandoned jobs. A claim raises the token, so what the previous owner still writes is refused.</summary>
internal sealed class JobLease(DbDataSource source, TimeProvider clock)
{
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);
    private readonly string _host = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    public async Task<JobRow?> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var candidates = await connection.QueryAsync<long>(new CommandDefinition(
            """
            select id
            from portal_job
            where state = @queued or (state = @running and lease_until <= @now)
            order by id
            limit 5
            """,
            new { queued = (int)JobState.Queued, running = (int)JobState.Running, now },
            cancellationToken: cancellationToken));
        foreach (var id in candidates)
        {
            var claimed = await connection.ExecuteAsync(
                """
                update portal_job
                set state = @running, owner = @host, lease_until = @until, token = token + 1, attempts = attempts + 1
                where id = @id and (state = @queued or (state = @running and lease_until <= @now))
                """,
                new { id, host = _host, now, until = now + Duration, queued = (int)JobState.Queued, running = (int)JobState.Running });
            if (claimed == 1)
            {
                return await connection.QuerySingleAsync<JobRow>(
                    "select id, type, args, person_id, post_id, permission, address, checkpoint, attempts, token from portal_job where id = @id", new { id });
            }
        }

        return null;
    }

    public async Task<bool> RenewAsync(JobRow row, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "update portal_job set lease_until = @until where id = @Id and token = @Token",
            new { row.Id, row.Token, until = clock.GetUtcNow().UtcDateTime + Duration },
            cancellationToken: cancellationToken)) == 1;
    }

    public async Task EndAsync(JobRow row, JobState state, string message)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            update portal_job
            set state = @state, message = case when @message = '' then message else @message end, finished_at = @now, lease_until = null
            where id = @Id and token = @Token
            """,
            new { row.Id, row.Token, state = (int)state, message, now = clock.GetUtcNow().UtcDateTime });
    }

    /// <summary>Gives the job back so that the next host goes on at once.</summary>
    public async Task ReturnAsync(JobRow row)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "update portal_job set state = @queued, attempts = attempts - 1, lease_until = null where id = @Id and token = @Token",
            new { row.Id, row.Token, queued = (int)JobState.Queued });
    }
}
