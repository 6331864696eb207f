using System.Data.Common;
using System.Text.Json.Nodes;
using Portal.Data;
using Portal.Modules;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Reviews;
using Portal.Units;

namespace Portal.Toolkit.Records.Writing;

/// <summary>What all commands on records begin with: the record in reach, the version seen, one transaction.</summary>
public sealed class RecordDesk(
    RecordCatalog catalog, RecordEngine engine, RecordAccess access, IReviews reviews, IWriteTransactions transactions, IModuleSwitch modules, IUnitContext context, DbDataSource source)
{
    internal RecordType Open(string key) => catalog.Find(key) is { } type && catalog.IsOn(type, modules, context) ? type : throw new RecordNotFoundException();

    internal async Task<RecordSaved> ChangeAsync(
        long id, long version, Func<RecordWriter, RecordType, RecordView, RecordRights, Task<RecordView>> body, CancellationToken cancellationToken)
    {
        var type = Open(await TypeOfAsync(id, cancellationToken) ?? throw new RecordNotFoundException());
        return await RunAsync(type, async writer =>
        {
            await writer.LockAsync(id);
            var record = await writer.FindAsync(id) ?? throw new RecordNotFoundException();
            var rights = access.RightsOn(type, record, await RecordUnitQueries.ListAsync(ReadSession.Of(writer.Transaction), id));
            if (!rights.MayRead)
                throw new RecordNotFoundException();
            return record.Row.Version == version ? await body(writer, type, record, rights) : throw new StaleException($"“{record.Title}”");
        }, cancellationToken);
    }

    internal async Task<RecordSaved> RunAsync(RecordType type, Func<RecordWriter, Task<RecordView>> body, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> warnings = [];
        var ids = RecordWriter.IdsPerRecord + 1 + type.IdsPerChange + (type.Route.Count == 0 ? 0 : reviews.IdsFor(type.Key));
        var record = await transactions.RunAsync(ids, async transaction =>
        {
            var writer = await engine.OpenAsync(transaction, catalog.BookOf(type));
            var written = await body(writer);
            warnings = [.. writer.Warnings.Union(engine.Warnings)];
            return written;
        }, cancellationToken);
        return new(record, warnings);
    }

    internal static RecordView Merge(RecordView record, RecordInput input, bool withCommon)
    {
        var data = (JsonObject)record.Data.DeepClone();
        foreach (var field in input.Asked)
        {
            data.Remove(field);
            if (input.Values[field] is { } value)
                data[field] = value.DeepClone();
        }

        var row = !withCommon || !input.HasCommon ? record.Row : record.Row with
        {
            Title = input.Common.Title,
            HeadId = input.Common.HeadId,
            HeadName = input.Common.HeadName,
            OwnerId = input.Common.OwnerId > 0 ? input.Common.OwnerId : record.Row.OwnerId,
            OwnerName = input.Common.OwnerId > 0 ? input.Common.OwnerName : record.Row.OwnerName,
            Level = input.Common.Level,
            Secrecy = input.Common.Secrecy,
            Region = input.Common.Region,
            Year = input.Common.Year > 0 ? input.Common.Year : record.Row.Year,
            Remarks = input.Common.Remarks,
        };
        return record.With(row).With(data);
    }

    /// <summary>A facet that the post may not create is not entered by way of another one.</summary>
    internal void RequireFacet(RecordType type, RecordView before, RecordView after)
    {
        if (type.FacetOf(after) is var facet && facet != type.FacetOf(before) && !access.MayCreate(type, facet))
            throw new RecordForbiddenException($"您当前的岗位不能改为这一类{type.Label}。");
    }

    internal static void RequireReadable(RecordInput input)
    {
        if (input.Errors.Count > 0)
            throw new RecordInvalidException(input.Errors);
    }

    internal static void RequireValid(RecordType type, RecordView record, Func<Field, bool> asked, bool requires)
    {
        if (RecordValidation.Find(type, record, asked, requires) is { Count: > 0 } errors)
            throw new RecordInvalidException(errors);
    }

    internal static void RequireComplete(RecordType type, RecordView record)
    {
        if (Missing(type, record) is { Count: > 0 } errors)
            throw new RecordInvalidException(errors);
    }

    /// <summary>All that must be there before anything is decided; 责任到人 (seed, article 4): title, head and person are named.</summary>
    internal static IReadOnlyDictionary<string, string> Missing(RecordType type, RecordView record)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (type.HasCommonFields && string.IsNullOrWhiteSpace(type.TitleOf(record) ?? record.Title))
            errors["title"] = "请填写标题";
        if (type is { HasCommonFields: true, Route.Count: > 0 } && record.Row.HeadId is null)
            errors["unitHead"] = "请填写单位一把手（第四条）";
        foreach (var (field, problem) in RecordValidation.Find(type, record, field => field.InBody || field is { Kind: FieldKind.File, AskedBy: null, Kept: false }, requires: true))
            errors[field] = problem;
        return errors;
    }

    /// <summary>What was returned is submitted again by whoever saw the record, not its review: the record's own version was checked.</summary>
    internal static Task<long> ReviewVersionAsync(WriteTransaction transaction, long reviewId) =>
        transaction.ScalarAsync<long>("select version from toolkit_review where id = @reviewId", new { reviewId });

    private async Task<string?> TypeOfAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await ReadSession.Of(connection, cancellationToken).FirstOrDefaultAsync<string>("select type from toolkit_record where id = @id", new { id });
    }
}
