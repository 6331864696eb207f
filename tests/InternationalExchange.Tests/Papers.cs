using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Reviews;

namespace Portal.InternationalExchange.Tests;

/// <summary>What many cases need beside the record itself: references, files, warnings, change requests.</summary>
internal static class Papers
{
    /// <summary>A record as another one refers to it.</summary>
    public static async Task<JsonObject> RefAsync<T>(this CaseFixture<T> portal, long id)
        where T : ITestDialect => new() { ["id"] = id, ["no"] = await portal.NoAsync(id), ["title"] = $"记录 {id}" };

    /// <summary>A person as a record keeps him.</summary>
    public static async Task<JsonObject> PersonAsync<T>(this CaseFixture<T> portal, string account)
        where T : ITestDialect => new()
        {
            ["id"] = await portal.PersonIdAsync(account),
            ["account"] = account,
            ["name"] = await portal.Database.ScalarAsync<string>("select name from organisation_person where account = @account", new { account }),
        };

    /// <summary>Puts a file of each of these fields to a record.</summary>
    public static async Task FilesAsync<T>(this CaseFixture<T> portal, long id, params string[] fields)
        where T : ITestDialect
    {
        foreach (var field in fields)
            await portal.AttachAsync(id, field, "材料.pdf");
    }

    /// <summary>Submits and returns what guards warned of.</summary>
    public static async Task<IReadOnlyList<string>> WarningsOfSubmitAsync<T>(this CaseFixture<T> portal, string account, long id)
        where T : ITestDialect
    {
        var version = await portal.VersionAsync(id);
        return await portal.As(account).RunAsync(async services => (await services.GetRequiredService<RecordCommands>().SubmitAsync(id, version, CancellationToken.None)).Warnings);
    }

    /// <summary>Makes a move and returns what guards warned of.</summary>
    public static async Task<IReadOnlyList<string>> WarningsOfMoveAsync<T>(this CaseFixture<T> portal, string account, long id, string move, params (string Field, string Value)[] typed)
        where T : ITestDialect
    {
        var version = await portal.VersionAsync(id);
        var values = new JsonObject([.. typed.Select(value => KeyValuePair.Create(value.Field, (JsonNode?)value.Value))]);
        var input = new RecordInput { Values = values, Asked = [.. typed.Select(value => value.Field)] };
        return await portal.As(account).RunAsync(async services => (await services.GetRequiredService<RecordCommands>().MoveAsync(id, version, move, input, null, CancellationToken.None)).Warnings);
    }

    /// <summary>Writes a record as it is, so that its due dates are as the rules have them.</summary>
    public static Task TouchAsync<T>(this CaseFixture<T> portal, long id)
        where T : ITestDialect => portal.As("ieo1").RunAsync(async services =>
        {
            await services.GetRequiredService<RecordModuleService>()
                .RunAsync(ExchangeBook.Id, 10, async writer => await writer.SetAsync((await writer.FindAsync(id))!, "核对"), CancellationToken.None);
            return true;
        });

    public static Task<long> VersionAsync<T>(this CaseFixture<T> portal, long id)
        where T : ITestDialect => portal.Database.ScalarAsync<long>("select version from toolkit_record where id = @id", new { id });

    /// <summary>Everybody named passes the record's route, in this order.</summary>
    public static async Task PassAsync<T>(this CaseFixture<T> portal, long id, params string[] accounts)
        where T : ITestDialect
    {
        foreach (var account in accounts)
            await portal.As(account).DecideAsync(id);
    }

    /// <summary>Everybody named passes the record's change request.</summary>
    public static async Task PassChangeAsync<T>(this CaseFixture<T> portal, long id, params string[] accounts)
        where T : ITestDialect
    {
        var review = await portal.Database.ScalarAsync<long>("select review_id from toolkit_record_change where record_id = @id and ended_at is null", new { id });
        foreach (var account in accounts)
        {
            var version = await portal.Database.ScalarAsync<long>("select version from toolkit_review where id = @review", new { review });
            await portal.As(account).RunAsync(services => services.GetRequiredService<ReviewCommands>().DecideAsync(review, version, ReviewDecision.Pass, "同意变更", null, CancellationToken.None));
        }
    }

    /// <summary>Values of a field of the record, as they are stored.</summary>
    public static async Task<string?> ValueAsync<T>(this CaseFixture<T> portal, long id, string field)
        where T : ITestDialect =>
        JsonNode.Parse(await portal.Database.ScalarAsync<string>("select data from toolkit_record where id = @id", new { id }))![field]?.ToString();

    public static Task SetSettingAsync<T>(this CaseFixture<T> portal, string key, string value)
        where T : ITestDialect => portal.Database.ExecuteAsync(
            "insert into toolkit_record_setting (module_id, setting_key, value, version) values ('InternationalExchange', @key, @value, 1)", new { key, value });

    public static Task ClearSettingsAsync<T>(this CaseFixture<T> portal)
        where T : ITestDialect => portal.Database.ExecuteAsync("delete from toolkit_record_setting");
}
