using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Imports;
using Portal.Toolkit.Records.Lists;
using Portal.Toolkit.Records.Reading;

namespace Portal.Workbench.Pages.Records;

/// <summary>Reads all that the list of a type shows.</summary>
internal sealed class RecordListViewQueries(
    RecordListQueries records, RecordCountQueries counts, RecordFilterQueries saved, RecordImportService imports, RecordAccess access, RecordTextService texts)
{
    public async Task<RecordListView> ReadAsync(RecordType type, RecordFilter filter, long? after, long? before, IUrlHelper url, CancellationToken cancellationToken) => new()
    {
        Type = type,
        Filter = filter,
        Address = new(url, type, filter),
        Page = await records.ListAsync(type, filter, after, before, cancellationToken),
        Counts = await counts.ByStateAsync(type, cancellationToken),
        Units = [.. (await counts.UnitsAsync(type, cancellationToken)).Select(id => (id, texts.UnitName(id)))],
        Saved = await saved.ListAsync(type, cancellationToken),
        MayCreate = access.MayCreate(type),
        MayImport = imports.MayImport(type),
        Texts = texts,
    };
}
