using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Reviews;

namespace Portal.InternationalExchange.Tests;

/// <summary>Somebody at work on records by the commands behind the generic pages; values are typed as in their forms.</summary>
public sealed class Clerk<TDialect>(ExchangeFixture<TDialect> portal, string account)
    where TDialect : ITestDialect
{
    public Task<RecordView> CreateAsync(string type, params (string Field, string Value)[] typed) => RunAsync(async services =>
    {
        var input = await ReadAsync(services, type, typed, field => field.InBody, withCommon: true);
        return (await services.GetRequiredService<RecordCommands>().CreateAsync(type, input, CancellationToken.None)).Record;
    });

    public async Task<RecordView> SubmitNewAsync(string type, params (string Field, string Value)[] typed) => await SubmitAsync((await CreateAsync(type, typed)).Id);

    public async Task<RecordView> SubmitAsync(long id)
    {
        var version = await VersionAsync(id);
        return await RunAsync(async services => (await services.GetRequiredService<RecordCommands>().SubmitAsync(id, version, CancellationToken.None)).Record);
    }

    /// <summary>Saves fields of a draft, or kept ones later.</summary>
    public async Task<RecordView> SaveAsync(long id, params (string Field, string Value)[] typed)
    {
        var (version, type) = (await VersionAsync(id), await TypeAsync(id));
        return await RunAsync(async services =>
        {
            var input = await ReadAsync(services, type, typed, field => typed.Any(value => IsOf(value.Field, field.Id)), withCommon: false);
            return (await services.GetRequiredService<RecordCommands>().SaveAsync(id, version, input, CancellationToken.None)).Record;
        });
    }

    public Task<RecordView> MoveAsync(long id, string move, params (string Field, string Value)[] typed) => MoveForAsync(id, move, null, typed);

    public async Task<RecordView> MoveForAsync(long id, string move, string? reason, params (string Field, string Value)[] typed)
    {
        var (version, type) = (await VersionAsync(id), await TypeAsync(id));
        return await RunAsync(async services =>
        {
            var input = await ReadAsync(services, type, typed, field => field.AskedBy == move, withCommon: false);
            return (await services.GetRequiredService<RecordCommands>().MoveAsync(id, version, move, input, reason, CancellationToken.None)).Record;
        });
    }

    /// <summary>Asks for another content of an approved record.</summary>
    public async Task<RecordView> AmendAsync(long id, string reason, params (string Field, string Value)[] typed)
    {
        var (version, type) = (await VersionAsync(id), await TypeAsync(id));
        return await RunAsync(async services =>
        {
            var input = await ReadAsync(services, type, typed, field => typed.Any(value => IsOf(value.Field, field.Id)), withCommon: false);
            return (await services.GetRequiredService<RecordAmendmentCommands>().RequestAsync(id, version, input, reason, CancellationToken.None)).Record;
        });
    }

    public async Task CommentAsync(long id, string text)
    {
        var version = await VersionAsync(id);
        await RunAsync(services => services.GetRequiredService<RecordCommands>().CommentAsync(id, version, text, CancellationToken.None));
    }

    public async Task DecideAsync(long id, ReviewDecision decision = ReviewDecision.Pass, string opinion = "同意办理")
    {
        var review = await portal.Database.ScalarAsync<long>("select review_id from toolkit_record where id = @id", new { id });
        await DecideReviewAsync(review, decision, opinion);
    }

    /// <summary>Decides the review of a record or of a change request.</summary>
    public async Task DecideReviewAsync(long review, ReviewDecision decision = ReviewDecision.Pass, string opinion = "同意办理")
    {
        var version = await portal.Database.ScalarAsync<long>("select version from toolkit_review where id = @review", new { review });
        await RunAsync(services => services.GetRequiredService<ReviewCommands>().DecideAsync(review, version, decision, opinion, null, CancellationToken.None));
    }

    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> body)
    {
        await using var scope = await portal.EnterAsync(account);
        return await body(scope.ServiceProvider);
    }

    private static async Task<RecordInput> ReadAsync(IServiceProvider services, string type, (string Field, string Value)[] typed, Func<Field, bool> asked, bool withCommon)
    {
        var definition = services.GetRequiredService<RecordCatalog>().Get(type);
        var form = typed.Select(value => KeyValuePair.Create(value.Field, new StringValues(value.Value)));
        return await services.GetRequiredService<RecordInputService>().ReadAsync(definition, form, asked, withCommon, CancellationToken.None);
    }

    private static bool IsOf(string name, string field) => name == field || name.StartsWith($"{field}[", StringComparison.Ordinal);

    private Task<long> VersionAsync(long id) => portal.Database.ScalarAsync<long>("select version from toolkit_record where id = @id", new { id });

    private Task<string> TypeAsync(long id) => portal.Database.ScalarAsync<string>("select type from toolkit_record where id = @id", new { id });
}
