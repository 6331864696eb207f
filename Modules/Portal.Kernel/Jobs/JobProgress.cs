using System.Data.Common;
using Dapper;
using Portal.Data;

namespace Portal.Jobs;

internal sealed class JobProgress(JobRow row, DbDataSource source) : IJobProgress
{
    public long JobId => row.Id;

    public string? Checkpoint { get; private set; } = row.Checkpoint;

    public async Task SaveAsync(WriteTransaction transaction, string? checkpoint, int done, int total)
    {
        var saved = await transaction.ExecuteAsync(
            "update portal_job set checkpoint = @checkpoint, done = @done, total = @total where id = @Id and token = @Token",
            new { checkpoint, done, total, row.Id, row.Token });
        if (saved != 1)
            throw new JobLeaseLostException($"Job {row.Id} was taken over by another host.");
        Checkpoint = checkpoint;
    }

    public async Task ReportAsync(int done, int total, string message, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "update portal_job set done = @done, total = @total, message = @message where id = @Id and token = @Token",
            new { done, total, message, row.Id, row.Token },
            cancellationToken: cancellationToken));
    }
}
