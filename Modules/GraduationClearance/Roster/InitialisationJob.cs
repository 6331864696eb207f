using System.Globalization;
using Portal.Jobs;

namespace Portal.GraduationClearance.Roster;

public sealed record InitialisationArgs(long SchemeId);

/// <summary>初始化离校数据 in the background, one chunk of students to a transaction; the checkpoint holds the last student and the records added so far.</summary>
internal sealed class InitialisationJob(InitialisationCommands commands, IWriteTransactions transactions) : IJob<InitialisationArgs>
{
    public async Task RunAsync(InitialisationArgs args, IJobProgress progress, CancellationToken cancellationToken)
    {
        var students = await commands.ListStudentsAsync(args.SchemeId, cancellationToken);
        var (last, added) = Parse(progress.Checkpoint);
        var done = students.Count(id => id <= last);
        try
        {
            foreach (var ids in students.Where(id => id > last).Chunk(InitialisationCommands.ChunkSize))
            {
                var before = (done, added);
                (done, added) = await transactions.RunAsync(0, async transaction =>
                {
                    var now = (Done: before.done + ids.Length, Added: before.added + await commands.AddMissingAsync(transaction, args.SchemeId, ids));
                    await progress.SaveAsync(transaction, string.Create(CultureInfo.InvariantCulture, $"{ids[^1]}:{now.Added}"), now.Done, students.Count);
                    return now;
                }, cancellationToken);
            }

            await transactions.RunAsync(0, transaction => commands.MarkAsync(transaction, args.SchemeId), cancellationToken);
        }
        catch (RefusedException refusal)
        {
            throw new JobRefusedException(refusal.Message);
        }

        await progress.ReportAsync(students.Count, students.Count, added == 0 ? "办理记录齐全，没有新增。" : $"新增 {added:N0} 条办理记录。", cancellationToken);
    }

    private static (long Last, int Added) Parse(string? checkpoint) => checkpoint?.Split(':') is [var last, var added]
        ? (long.Parse(last, CultureInfo.InvariantCulture), int.Parse(added, CultureInfo.InvariantCulture))
        : (0, 0);
}
