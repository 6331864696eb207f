using System.Diagnostics;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Imports;

/// <summary>The process is killed in the middle of an import of 5,000 rows; the next one finishes it, each row exactly once.</summary>
public abstract class ImportKillTests<TDialect>
    where TDialect : ITestDialect
{
    private const int Rows = 5000;

    private static readonly Dictionary<string, string?> Settings = new() { ["Portal:DemoStudents"] = "0" };

    [Fact]
    public async Task A_killed_import_is_finished_by_the_next_process_exactly_once()
    {
        await using var database = TestDatabase.Create<TDialect>();
        string address;
        await using (var killed = await PortalProcess.Start(database, Settings).WaitUntilReadyAsync())
        {
            await Roster.AddAsync(database, Rows);
            using var client = killed.Browse();
            await client.SignInAsync("op1", url: "/GraduationClearance/Import");
            await client.SubmitAsync("form[data-step=E4][data-match=StudentNo]", null, new TestFile("file", "大.xlsx", Roster.File(Rows)));
            await client.WaitForJobAsync();
            address = client.Page.Url.AbsolutePath;
            Assert.Equal(Rows, new ImportPage(client.Page).Importable);
            var post = client.SubmitAsync("main form[method=post]:not([action*='handler=Errors']) button");
            await WaitForRowsAsync(database);
            await killed.KillAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => post);
        }

        var imported = await ImportedAsync(database);
        Assert.InRange(imported, 1, Rows - 1);
        Assert.Equal(imported, await CountAsync(database, "graduationclearance_step_record_log where source = 3"));
        Assert.Equal(imported, await CountAsync(database, "graduationclearance_step_record where source = 3 and status = 1"));

        await using var next = await PortalProcess.Start(database, Settings).WaitUntilReadyAsync();
        using var later = next.Browse();
        await later.SignInAsync("op1", url: address);
        Assert.Contains("正在导入", later.Page.Text, StringComparison.Ordinal);

        // The lease of the killed process ends by itself after a minute.
        await database.ExecuteAsync("update portal_job set lease_until = '2020-01-01 00:00:00' where state = 1");
        await later.WaitForJobAsync();
        var result = new ImportPage(later.Page);
        Assert.Equal((Rows, 0, 0), (result.Imported, result.Unchanged, result.Rejected));
        Assert.Equal(Rows, await CountAsync(database, "graduationclearance_step_record_log where source = 3"));
        Assert.Equal(Rows, await CountAsync(database, "graduationclearance_step_record where source = 3 and status = 1 and version = 2"));
        Assert.Equal(Rows, await database.ScalarAsync<int>("select sum(total) from graduationclearance_tally t join graduationclearance_step s on s.id = t.step_id where s.code = 'E4' and t.status = 1"));
    }

    private static async Task WaitForRowsAsync(TestDatabase database)
    {
        var patience = Stopwatch.StartNew();
        while (await ImportedAsync(database) == 0)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "The import does not begin.");
            await Task.Delay(5);
        }
    }

    private static Task<int> ImportedAsync(TestDatabase database) =>
        database.ScalarAsync<int>("select coalesce(sum(changes), 0) from toolkit_import_part where applied = 1");

    private static Task<int> CountAsync(TestDatabase database, string rows) => database.ScalarAsync<int>($"select count(*) from {rows}");
}

public sealed class ImportKillOnSqlite : ImportKillTests<Sqlite>;

public sealed class ImportKillOnMariaDb : ImportKillTests<MariaDb>;
