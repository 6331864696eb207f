using System.Data.Common;
using System.Text.Json.Nodes;
using Portal.Modules;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Storage;
using Portal.Units;

namespace Portal.Toolkit.Records.Reading;

/// <summary>Links between records, and which of them the current post may follow.</summary>
public sealed class RecordLinkQueries(DbDataSource source, RecordCatalog catalog, RecordAccess access, IModuleSwitch modules, IUnitContext context)
{
    /// <summary>More are not listed.</summary>
    public const int Most = 200;

    /// <summary>Records that refer to this one and that the post may read, newest first.</summary>
    public async Task<IReadOnlyList<RecordLink>> ReferringAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var data = ReadSession.Of(connection, cancellationToken);
        var links = await data.QueryAsync<LinkRow>("select from_id, field from toolkit_record_link where to_id = @id order by from_id desc limit @Most", new { id, Most });
        var readable = (await ReadableAsync(data, [.. links.Select(link => link.FromId)])).ToDictionary(row => row.Id);
        return
        [
            .. from link in links
               group link.Field by link.FromId into fields
               where readable.ContainsKey(fields.Key)
               let row = readable[fields.Key]
               let type = catalog.Get(row.Type)
               select new RecordLink(type, row, string.Join('、', fields.Select(field => type.Find(field)?.Label ?? field).Distinct())),
        ];
    }

    /// <summary>Which of these records the post may open.</summary>
    public async Task<IReadOnlySet<long>> OpenAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await ReadableAsync(ReadSession.Of(connection, cancellationToken), ids)).Select(row => row.Id).ToHashSet();
    }

    /// <summary>Whether the post may be told the title of a record whose number it typed: it may open it, or is an office concerned with a type that is not sensitive.</summary>
    internal async Task<bool> MayNameAsync(RecordType type, long id, string state, CancellationToken cancellationToken) =>
        (KnowsRegister(type) && type.KnownStates.Contains(state)) || (!type.IsSensitive && access.RolesIn(catalog.BookOf(type)).Any(role => role.IsOffice && type.Grants.Any(grant => grant.UnitRole == role.Key)))
        || (await OpenAsync([id], cancellationToken)).Count > 0;

    /// <summary>Whether the post finds records of the type that stand in <see cref="RecordType.KnownStates"/> beside those it may open.</summary>
    internal bool KnowsRegister(RecordType type) =>
        type.KnownStates.Count > 0 && catalog.IsOn(type, modules, context) && access.RolesIn(catalog.BookOf(type)).Any(role => !role.IsPersonal);

    /// <summary>What the post may create that refers to a record of this type.</summary>
    public IReadOnlyList<RecordLinkOffer> Offers(RecordType type, RecordView record) =>
    [
        .. from book in catalog.Books
           from other in book.Types
           from field in other.Fields.Where(field => field is { Kind: FieldKind.Ref, InBody: true } && field.RefType == type.Key).Take(1)
           where catalog.IsOn(other, modules, context) && access.MayCreate(other)
           select new RecordLinkOffer(other, $"{RecordAddress.NewOf(other.Key)}?{field.Id}={Uri.EscapeDataString(record.No)}"),
    ];

    private async Task<IReadOnlyList<RecordRow>> ReadableAsync(ReadSession data, IReadOnlyCollection<long> ids)
    {
        if (ids.Count == 0)
            return [];
        var rows = await data.QueryAsync<RecordRow>($"select {RecordStore.Columns} from toolkit_record where id in @ids", new { ids });
        var shared = await RecordUnitQueries.ListAsync(data, ids);
        return [.. rows.Where(row => catalog.Find(row.Type) is { } type && catalog.IsOn(type, modules, context) && MayRead(type, row, [.. shared[row.Id]]))];
    }

    private bool MayRead(RecordType type, RecordRow row, IReadOnlyCollection<RecordUnit> shared) => access.RightsOn(type, new(row, new JsonObject(), []), shared).MayRead;

    private sealed record LinkRow
    {
        public long FromId { get; init; }

        public string Field { get; init; } = "";
    }
}
