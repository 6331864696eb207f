using System.Collections.Concurrent;
using System.Globalization;
using Portal.Data;
using Portal.Jobs;
using Portal.Units;

namespace Portal.Kernel.Tests.Jobs;

/// <param name="To">Counts up to this; -1 refuses, -2 fails.</param>
/// <param name="Pause">Milliseconds between two batches.</param>
public sealed record CountArgs(int To, int Pause);

/// <summary>What the jobs of a test did, and that the first one has begun.</summary>
public sealed class JobTrace : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public string Address { get; set; } = "";

    public ManualResetEventSlim Begun { get; } = new();

    public void Add(string line) => _lines.Enqueue(line);

    public void Dispose() => Begun.Dispose();
}

/// <summary>One batch per number, each committed with its checkpoint.</summary>
public sealed class CountJob(IWriteTransactions transactions, IUnitContext context, JobTrace trace) : IJob<CountArgs>
{
    public async Task RunAsync(CountArgs args, IJobProgress progress, CancellationToken cancellationToken)
    {
        if (args.To == -1)
            throw new JobRefusedException("文件里没有数据。");
        if (args.To == -2)
            throw new FormatException("fault");
        trace.Begun.Set();
        for (var next = int.Parse(progress.Checkpoint ?? "0", CultureInfo.InvariantCulture) + 1; next <= args.To; next++)
        {
            await transactions.RunAsync(0, async tx =>
            {
                await progress.SaveAsync(tx, next.ToString(CultureInfo.InvariantCulture), next, args.To);
                tx.WithoutAudit("progress");
            }, cancellationToken);
            trace.Add($"{context.Person!.Name}@{context.Post!.UnitName}:{next}");
            trace.Address = context.Address;
            await Task.Delay(args.Pause, cancellationToken);
        }
    }
}
