using System.Data;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using ExcelDataReader;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraduationClearance.Imports;
using Portal.Jobs;
using Portal.Testing;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Benchmarks;

/// <summary>批量导入 of decisions from one workbook, check and apply, beside reading it and writing the same rows without looking at them.</summary>
internal static class ImportBenchmark
{
    private const int MostRows = 20_000;

    private static long _nextId = 2_000_000_000;

    public static async Task RunAsync(LoadedPortal portal)
    {
        var ours = await StepAsync(portal, "E2");
        var bare = await StepAsync(portal, "E3");
        var students = (await portal.Database.QueryAsync<(string StudentNo, string Name)>(
            """
            select s.student_no, s.name
            from graduationclearance_student s
            join graduationclearance_step_record r on r.student_id = s.id and r.step_id = @ours and r.status = 0
            where s.scheme_id = @SchemeId
            order by s.student_no desc
            limit @MostRows
            """,
            new { portal.SchemeId, ours, MostRows })).ToArray();
        var workbook = Workbook(students, "通过");

        await portal.Database.ExecuteAsync("create table benchmark_row (id bigint not null primary key, name varchar(100) not null, result int not null, remark varchar(500) not null)");

        // Both have run once before: what is measured is the work, not the compiler's.
        var few = students[..Math.Min(1000, students.Length)];
        await ImportAsync(portal, ours, Workbook(few, "未通过"), few.Length);
        await BareAsync(portal.Database, bare, Workbook(few, "未通过"));

        GC.Collect();
        var before = Process.GetCurrentProcess().PeakWorkingSet64;
        var clock = Stopwatch.StartNew();
        await ImportAsync(portal, ours, workbook, students.Length);
        var portalTime = clock.Elapsed;
        var memory = Process.GetCurrentProcess().PeakWorkingSet64;
        clock.Restart();
        await BareAsync(portal.Database, bare, workbook);
        Report.Time($"import of {students.Length} rows", portalTime, clock.Elapsed, 2);
        Console.WriteLine($"  (peak working set of the process {before >> 20} MB before, {memory >> 20} MB after)");
    }

    private static Task<long> StepAsync(LoadedPortal portal, string code) => portal.Database.ScalarAsync<long>(
        "select id from graduationclearance_step where code = @code and scheme_id = @SchemeId", new { code, portal.SchemeId });

    private static byte[] Workbook((string StudentNo, string Name)[] students, string result)
    {
        using var stream = new MemoryStream();
        using (var writer = new SheetWriter(stream))
        {
            writer.BeginSheet("数据", [new("学号"), new("姓名"), new("办理结果"), new("备注")]);
            foreach (var (number, name) in students)
                writer.WriteRow(double.Parse(number, CultureInfo.InvariantCulture), name, result, "");
        }

        return stream.ToArray();
    }

    private static async Task ImportAsync(LoadedPortal portal, long step, byte[] workbook, int rows)
    {
        await using var scope = await OperatorScope.EnterAsync(portal, "lib1");
        var import = scope.ServiceProvider.GetRequiredService<DecisionImport>();
        var imports = scope.ServiceProvider.GetRequiredService<ImportCommands>();
        var queries = scope.ServiceProvider.GetRequiredService<ImportQueries>();
        var jobs = scope.ServiceProvider.GetRequiredService<IJobQueue>();
        using var content = new MemoryStream(workbook);
        var choice = new DecisionChoice(portal.SchemeId, step, MatchBy.StudentNo);
        var (id, check) = await imports.UploadAsync(import, choice, "办理结果.xlsx", clean: false, content, CancellationToken.None);
        await jobs.WaitAsync(check, TimeSpan.FromMinutes(5), CancellationToken.None);
        var apply = await imports.ApplyAsync(import, (await queries.FindAsync(import, id, CancellationToken.None))!, CancellationToken.None);
        await jobs.WaitAsync(apply, TimeSpan.FromMinutes(5), CancellationToken.None);
        var done = (await queries.FindAsync(import, id, CancellationToken.None))!;
        if (done.State != ImportState.Applied || done.Good != rows)
            throw new InvalidOperationException($"{done.Good} of {rows} rows were imported: {done.Message}");
    }

    private static async Task BareAsync(TestDatabase database, long step, byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var rows = new List<object>();
        reader.Read();
        while (reader.Read())
            rows.Add(new { no = reader.GetDouble(0).ToString("F0", CultureInfo.InvariantCulture), name = reader.GetString(1), remark = reader.GetString(3) ?? "", step, now = DateTime.UtcNow, id = _nextId++ });
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await connection.ExecuteAsync("insert into benchmark_row (id, name, result, remark) values (@id, @name, 1, @remark)", rows, transaction);
        await connection.ExecuteAsync(
            """
            update graduationclearance_step_record
            set status = 1, remark = @remark, decided_at = @now, source = 3, version = version + 1
            where step_id = @step and student_id = (select id from graduationclearance_student where student_no = @no)
            """,
            rows,
            transaction);
        await connection.ExecuteAsync(
            """
            insert into graduationclearance_step_record_log
                (id, student_id, step_id, from_status, to_status, remark_from, remark_to, person_name, role_name, address, at, reason, source)
            select @id, id, @step, 0, 1, '', @remark, '沈洁', '', '', @now, '', 3
            from graduationclearance_student
            where student_no = @no
            """,
            rows,
            transaction);
        await transaction.CommitAsync();
    }
}
