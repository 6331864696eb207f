using Portal.RegistryTransfer.Schools;
using Portal.RegistryTransfer.Schools.Import;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Pages.Schools.Import;

/// <summary>选择文件 for 学校名录 of the post's bureau.</summary>
[RequirePermission(Permissions.ManageSchools)]
[UploadLimit]
internal sealed class IndexModel(BureauListQueries bureaus, SchoolImport import, ImportDeskService desk, IUnitContext context)
    : ImportUploadModel<SchoolImportChoice, SchoolLine, PlannedSchool>(desk, import)
{
    protected override async Task<ImportUpload<SchoolImportChoice>?> FindAsync(CancellationToken cancellationToken) =>
        await bureaus.FindAsync(context.UnitId, cancellationToken) is { IsActive: true } bureau
            ? new(new SchoolImportChoice(bureau.Id), bureau.Name, SchoolImport.TopicOf(bureau.Id))
            : null;
}
