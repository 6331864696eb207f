using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;
using Portal.Data;
using Portal.Security.Permissions;
using Portal.Testing;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Dues;
using Portal.Toolkit.Records.Storage;
using Portal.Toolkit.Reviews;
using Portal.Toolkit.Tests.Reviews;
using Portal.Units;

namespace Portal.Toolkit.Tests.Records;

/// <summary>A host with the sample book. College 10, office 20, school 5, vault 30, other college 40.</summary>
public sealed class RecordFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    private int _papers;

    public MovableClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    public async Task<T> AsAsync<T>(Who? who, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Worker>().Who = who;
        return await work(scope.ServiceProvider);
    }

    public Task<RecordView> CommandAsync(Who who, Func<RecordCommands, Task<RecordSaved>> command) =>
        AsAsync(who, async services => (await command(services.GetRequiredService<RecordCommands>())).Record);

    public Task<RecordView> DraftAsync(Action<JsonObject>? change = null, Who? who = null, string? title = null)
    {
        var values = new JsonObject { ["kind"] = "talk", ["amount"] = 500m, ["startOn"] = "2026-04-01", ["endOn"] = "2026-04-03" };
        change?.Invoke(values);
        title ??= $"文件{Interlocked.Increment(ref _papers)}";
        return CommandAsync(who ?? Staff.Clerk, commands => commands.CreateAsync(PaperType.Id, Staff.Input(values, title), default));
    }

    public async Task<RecordView> SubmittedAsync(Action<JsonObject>? change = null) => await SubmitAsync(await DraftAsync(change));

    public Task<RecordView> SubmitAsync(RecordView record, Who? who = null) => CommandAsync(who ?? Staff.Clerk, commands => commands.SubmitAsync(record.Id, record.Row.Version, default));

    public async Task<RecordView> ApprovedAsync(Action<JsonObject>? change = null)
    {
        var record = await SubmittedAsync(change);
        foreach (var who in new[] { Staff.Head, Staff.Office, Staff.School })
        {
            if (record.State == RecordState.InReview.Key)
                record = await DecideAsync(who, record);
        }

        return record;
    }

    public Task<RecordView> MoveAsync(Who who, RecordView record, string move, JsonObject? values = null, string? reason = null) =>
        CommandAsync(who, commands => commands.MoveAsync(record.Id, record.Row.Version, move, values is null ? null : Staff.Input(values), reason, default));

    public async Task<RecordView> DecideAsync(Who who, RecordView record, ReviewDecision decision = ReviewDecision.Pass, string? opinion = "同意", string? returnTo = null)
    {
        var review = await ReviewAsync(record);
        await AsAsync(who, services => services.GetRequiredService<ReviewCommands>().DecideAsync(review.Id, review.Version, decision, opinion, returnTo, default));
        return await ReadAsync(record.Id);
    }

    public Task<Review> ReviewAsync(RecordView record) => AsAsync(Staff.School, async services =>
        (await services.GetRequiredService<ReviewQueries>().FindAsync(record.Row.Type, record.Row.ChangeId ?? record.Id, default))!);

    /// <summary>As stored, whoever may see it.</summary>
    public Task<RecordView> ReadAsync(long id) => AsAsync(null, async services =>
    {
        await using var connection = await services.GetRequiredService<System.Data.Common.DbDataSource>().OpenConnectionAsync();
        var reader = new RecordReader(ReadSession.Of(connection, default), services.GetRequiredService<RecordCatalog>(), services.GetRequiredService<ISecretText>());
        return (await reader.FindAsync(id))!;
    });

    public Task<IReadOnlyList<string>> HistoryAsync(RecordView record) => Database.QueryAsync<string>("select label from toolkit_record_event where record_id = @Id order by id", new { record.Id });

    public Task<bool> RemindAsync() => AsAsync(null, async services =>
    {
        await services.GetServices<IBackgroundTask>().OfType<DueReminderTask>().Single().DoWorkAsync(services, default);
        return true;
    });

    public Task<IReadOnlyList<NoticeRow>> NoticesAsync(Who who) =>
        AsAsync(who, services => services.GetRequiredService<NoticeQueries>().ListAsync(unreadOnly: false, before: null, 1000, default));

    protected override void Configure(PortalFactory factory)
    {
        factory.Demo = false;
        factory.Clock = Clock;
        factory.Replace = services => services
            .AddScoped<Worker>()
            .AddScoped<IUnitContext>(provider => provider.GetRequiredService<Worker>())
            .AddSingleton<IUnitTree, SampleUnits>()
            .AddScoped<IPermissionProvider, SamplePermissions>()
            .AddRecords<SampleBook>();
    }

    protected override async Task StartedAsync()
    {
        foreach (var (role, unitId) in new[] { ("OFF", 20), ("SCH", 5), ("VLT", 30) })
            await Database.ExecuteAsync("insert into toolkit_record_office (module_id, role_key, unit_id, version) values ('Organisation', @role, @unitId, 1)", new { role, unitId });
    }
}
