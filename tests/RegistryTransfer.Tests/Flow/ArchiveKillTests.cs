using System.Diagnostics;
using System.Globalization;
using Portal.RegistryTransfer.Model;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

public sealed class ArchiveKillOnSqlite : ArchiveKillTests<Sqlite>;

public sealed class ArchiveKillOnMariaDb : ArchiveKillTests<MariaDb>;

/// <summary>The worker is killed in mid-archive by a real process kill; the next process resumes from the archive row, and nothing happens twice (I14).</summary>
public abstract class ArchiveKillTests<TDialect>
    where TDialect : ITestDialect
{
    private const int Applications = 400;

    private static readonly Dictionary<string, string?> _settings = new() { ["Portal:DemoStudents"] = "0", ["RegistryTransfer:AutomaticRollUp"] = "false" };

    [Fact]
    public async Task A_killed_worker_is_resumed_and_every_archive_moves_once()
    {
        await using var database = TestDatabase.Create<TDialect>();
        await using (var killed = await PortalProcess.Start(database, _settings).WaitUntilReadyAsync())
        {
            await AddWaitingAsync(database);
            await WaitAsync(database, "registrytransfer_application where status = 10", 3);
            await killed.KillAsync();
        }

        var done = await CountAsync(database, "registrytransfer_application where status = 10");
        Assert.InRange(done, 3, Applications - 1);
        Assert.Equal(done, await CountAsync(database, "registrytransfer_archive_transfer where state = 2"));
        Assert.Equal(done, await CountAsync(database, "registrytransfer_archive_package"));
        Assert.Equal(done, await CountAsync(database, "registrytransfer_enrolment where entry_reason = '转入'"));

        // A start that was cut off waits for its lease of two minutes; its row counts one start more.
        var cutOff = await CountAsync(database, "registrytransfer_archive_transfer where state = 1");
        await database.ExecuteAsync("update registrytransfer_archive_transfer set worker_until = '2020-01-01 00:00:00' where state = 1");
        await database.ExecuteAsync("update portal_task_run set due_at = '2020-01-01 00:00:00' where task like '%ArchiveTask'");
        await database.ExecuteAsync("update portal_lease set ends_at = '2020-01-01 00:00:00'");
        await using var next = await PortalProcess.Start(database, _settings).WaitUntilReadyAsync();
        await WaitAsync(database, "registrytransfer_application where status = 10", Applications, async () =>
            await database.ExecuteAsync("update portal_task_run set due_at = '2020-01-01 00:00:00' where task like '%ArchiveTask'"));
        Assert.Equal(Applications + cutOff, await database.ScalarAsync<long>("select sum(attempts) from registrytransfer_archive_transfer"));
        Assert.Equal(Applications, await CountAsync(database, "registrytransfer_archive_package"));
        Assert.Equal(Applications, await CountAsync(database, "registrytransfer_enrolment where entry_reason = '转入' and active_student_id = student_id"));
        Assert.Equal(Applications, await CountAsync(database, "registrytransfer_enrolment where status = 7 and active_student_id is null"));
        Assert.Equal(Applications, await CountAsync(database, "portal_audit where action = '调档完毕'"));
    }

    /// <summary>Applications as the last approval leaves them, written in one stroke so that the worker has a long way to go.</summary>
    private static async Task AddWaitingAsync(TestDatabase database)
    {
        var (inSchool, outSchool) = (await SchoolAsync(database, "2111990101"), await SchoolAsync(database, "2144990001"));
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        for (var index = 1; index <= Applications; index++)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            var (student, number) = (8_000_000 + index, string.Create(CultureInfo.InvariantCulture, $"L44990120140101{index:D4}"));
            command.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"""
                insert into registrytransfer_student (id, number, number_kind, name, name_key, gender, birth_date, id_type, id_card_masked, problem, version)
                values ({student}, '{number}', 1, '测试', '测试', 1, '2014-01-01', 6, '', 0, 1);
                insert into registrytransfer_enrolment (id, student_id, school_id, grade, class_no, status, boarding, start_on, entry_reason, exit_reason, active_student_id, version)
                values ({student}, {student}, {outSchool}, 'P5', '1', 0, 1, '2025-09-01', '正常升级', '', {student}, 1);
                insert into registrytransfer_application (id, number, kind, student_id, open_student_id, enrolment_id, status, student_name, student_no, id_card_masked, in_school_id, in_school_name, in_province_id, in_grade,
                    in_class, out_school_id, out_school_name, out_province_id, out_grade, reason_code, reason, check_text, step_label, waiting_unit_name, idempotency_key, started_by, started_by_name, started_at)
                values ({student}, 'KZ{student}', 0, {student}, {student}, {student}, {(int)ApplicationStatus.Archiving}, '测试', '{number}', '', {inSchool}, 'A', 1, 'P5',
                    '', {outSchool}, 'B', 19, 'P5', 1, '随迁', '', '系统自动调档', '', 'k{student}', 1, 'A', '2026-03-10 00:00:00');
                insert into registrytransfer_archive_transfer (application_id, state, attempts, next_attempt_at, worker, error, package_hash, queued_at)
                values ({student}, 0, 0, '2020-01-01 00:00:00', '', '', '', '2020-01-01 00:00:00')
                """);
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        await database.ExecuteAsync("update portal_task_run set due_at = '2020-01-01 00:00:00' where task like '%ArchiveTask'");
    }

    private static Task<long> SchoolAsync(TestDatabase database, string code) => database.ScalarAsync<long>("select unit_id from registrytransfer_school where code = @code", new { code });

    private static async Task WaitAsync(TestDatabase database, string rows, int count, Func<Task>? nudge = null)
    {
        for (var patience = Stopwatch.StartNew(); await CountAsync(database, rows) < count; await Task.Delay(20))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(4), $"Only {await CountAsync(database, rows)} of {count}.");
            if (nudge is not null && patience.ElapsedMilliseconds % 2000 < 30)
                await nudge();
        }
    }

    private static Task<int> CountAsync(TestDatabase database, string rows) => database.ScalarAsync<int>($"select count(*) from {rows}");
}
