using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;
using Portal.Jobs;
using Portal.Testing;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Imports;

/// <summary>A host that imports items.</summary>
public sealed class ItemFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public ItemFaults Faults { get; } = new();

    public async Task ResetAsync()
    {
        Faults.Reset();
        foreach (var table in new[] { "test_item", "toolkit_import", "toolkit_import_part", "toolkit_import_file" })
            await Database.ExecuteAsync($"delete from {table}");
    }

    /// <summary>Uploads as the administrator and waits for the check.</summary>
    public async Task<ImportBatch> CheckAsync(params (string Code, string Name)[] items)
    {
        await using var scope = await EnterAsync("admin");
        using var content = new MemoryStream(ItemFile.Of(items));
        var (id, job) = await scope.ServiceProvider.GetRequiredService<ImportCommands>().UploadAsync(
            scope.ServiceProvider.GetRequiredService<ItemImport>(), new ItemChoice("一号库"), "物品.xlsx", clean: false, content, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<IJobQueue>().WaitAsync(job, Patience, CancellationToken.None);
        return await FindAsync(id);
    }

    /// <summary>Imports what was checked, or goes on, and waits for the job's end.</summary>
    public async Task<ImportBatch> ApplyAsync(ImportBatch batch)
    {
        await using var scope = await EnterAsync("admin");
        var job = await scope.ServiceProvider.GetRequiredService<ImportCommands>().ApplyAsync(scope.ServiceProvider.GetRequiredService<ItemImport>(), batch, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<IJobQueue>().WaitAsync(job, Patience, CancellationToken.None);
        return await FindAsync(batch.Id);
    }

    public async Task CancelAsync(ImportBatch batch)
    {
        await using var scope = await EnterAsync("admin");
        await scope.ServiceProvider.GetRequiredService<ImportCommands>().CancelAsync(scope.ServiceProvider.GetRequiredService<ItemImport>(), batch, CancellationToken.None);
    }

    public async Task<ImportBatch> FindAsync(long id)
    {
        await using var scope = await EnterAsync("admin");
        return (await scope.ServiceProvider.GetRequiredService<ImportQueries>().FindAsync(scope.ServiceProvider.GetRequiredService<ItemImport>(), id, CancellationToken.None))!;
    }

    public async Task<T> ReadAsync<T>(Func<ImportRowQueries, Task<T>> read)
    {
        await using var scope = await EnterAsync("admin");
        return await read(scope.ServiceProvider.GetRequiredService<ImportRowQueries>());
    }

    /// <summary>The cells of a row as its page shows them.</summary>
    internal async Task<string[]> ShowAsync(ImportBatch batch, StoredRow row)
    {
        await using var scope = await EnterAsync("admin");
        return scope.ServiceProvider.GetRequiredService<ItemImport>().Show(batch).Cells(row);
    }

    public async Task PurgeAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IBackgroundTask>().OfType<ImportPurgeTask>().Single().DoWorkAsync(scope.ServiceProvider, CancellationToken.None);
    }

    public Task<int> CountAsync(string rows) => Database.ScalarAsync<int>($"select count(*) from {rows}");

    protected override void Configure(PortalFactory factory)
    {
        factory.Settings["Portal:DemoStudents"] = "0";
        factory.Replace = services => services.AddSingleton(Faults).AddImport<ItemImport>();
    }

    protected override async Task StartedAsync() =>
        await Database.ExecuteAsync("create table test_item (code varchar(20) not null primary key, name varchar(50) not null, version int not null)");
}
