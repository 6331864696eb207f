using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraduationClearance.Decisions;
using Portal.Testing;

namespace Portal.Benchmarks;

/// <summary>批量通过 of a thousand students, beside the statements it cannot do without: read the records, write them, write the log.</summary>
internal static class BatchBenchmark
{
    private const int Students = 1000;
    private const int Pairs = 9;
    private const int WarmUpPairs = 2;

    public static async Task RunAsync(LoadedPortal portal)
    {
        var step = await portal.Database.ScalarAsync<long>("select id from graduationclearance_step where code = 'E2' and scheme_id = @SchemeId", new { portal.SchemeId });
        var ids = await portal.Database.QueryAsync<long>(
            "select student_id from graduationclearance_step_record where step_id = @step and status = 0 order by student_id", new { step });
        var rounds = ids.Chunk(Students).Where(chunk => chunk.Length == Students).Take(Pairs * 2).Chunk(2).Where(pair => pair.Length == 2).ToArray();
        var (ours, floor) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < rounds.Length; round++)
        {
            // Who comes first changes: what one leaves behind, the other finds.
            foreach (var isOurs in round % 2 == 0 ? [true, false] : new[] { false, true })
            {
                var clock = Stopwatch.StartNew();
                if (isOurs)
                    await DecideAsync(portal, step, rounds[round][0]);
                else
                    await BareAsync(portal.Database, step, rounds[round][1]);
                if (round >= WarmUpPairs)
                    (isOurs ? ours : floor).Add(clock.Elapsed);
            }
        }

        Report.Time($"batch decision on {Students} (median)", Median(ours), Median(floor), 1.5);
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task DecideAsync(LoadedPortal portal, long step, long[] ids)
    {
        await using var scope = await OperatorScope.EnterAsync(portal, "lib1");
        var result = await scope.ServiceProvider.GetRequiredService<BatchCommands>()
            .DecideAsync(portal.SchemeId, step, true, "材料齐全", [.. ids.Select(id => (id, (int?)null))], CancellationToken.None);
        if (result.Handled != ids.Length)
            throw new InvalidOperationException($"{result.Handled} of {ids.Length} were handled.");
    }

    private static async Task BareAsync(TestDatabase database, long step, long[] ids)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var chunk in ids.Chunk(500))
        {
            await connection.QueryAsync<(long, int, string, int)>(
                """
                select r.student_id, r.status, r.remark, r.version
                from graduationclearance_step_record r
                join graduationclearance_student s on s.id = r.student_id and s.status = 0
                where r.step_id = @step and r.student_id in @chunk
                """,
                new { step, chunk },
                transaction);
            await connection.ExecuteAsync(
                """
                update graduationclearance_step_record
                set status = 1, remark = '材料齐全', decided_by_name = '沈洁', decided_at = @now, source = 2, version = version + 1
                where step_id = @step and student_id in @chunk
                """,
                new { step, chunk, now = DateTime.UtcNow },
                transaction);
        }

        var first = await connection.ExecuteScalarAsync<long>("select coalesce(max(id), 0) + 1000000000 from graduationclearance_step_record_log", transaction: transaction);
        await connection.ExecuteAsync(
            """
            insert into graduationclearance_step_record_log
                (id, student_id, step_id, from_status, to_status, remark_from, remark_to, person_name, role_name, address, at, reason, source)
            values (@id, @student, @step, 0, 1, '', '材料齐全', '沈洁', '', '', @now, '', 2)
            """,
            ids.Select((student, index) => new { id = first + index, student, step, now = DateTime.UtcNow }),
            transaction);
        await transaction.CommitAsync();
    }
}
