using Microsoft.AspNetCore.Http;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Spreadsheets;
using Portal.Units;

namespace Portal.Toolkit.Records.Imports;

/// <summary>What the import pages of record types ask for.</summary>
public sealed class RecordImportService(IEnumerable<ImportDefinition> imports, RecordTypeService types, RecordAccess access, ImportDeskService desk, ImportQueries batches, IUnitContext context)
{
    /// <summary>The import of a type; null when it has none or the post may not create such records: pages answer 404.</summary>
    public ImportDefinition? Find(string type) => Open(type);

    /// <summary>Whether the list offers it.</summary>
    public bool MayImport(RecordType type) => type.MayImport && access.MayCreate(type);

    /// <summary>What a file looks like.</summary>
    public IImportPlan PlanOf(string type) => Open(type)!.Plan;

    /// <summary>The last imports of the current person for the current unit.</summary>
    public Task<IReadOnlyList<ImportBatch>> RecentAsync(string type, CancellationToken cancellationToken) =>
        batches.ListAsync(Open(type)!, RecordImport.TopicOf(context.UnitId), context.Person!.Id, null, 20, cancellationToken);

    /// <inheritdoc cref="ImportDeskService.UploadAsync"/>
    public Task<long> UploadAsync(string type, IFormFile? file, bool clean, CancellationToken cancellationToken) =>
        desk.UploadAsync(Open(type)!, new RecordImportChoice(context.UnitId), file, clean, cancellationToken);

    private RecordImport? Open(string type) =>
        types.Find(type) is { } found && MayImport(found) ? imports.OfType<RecordImport>().FirstOrDefault(import => import.Type == found) : null;
}
