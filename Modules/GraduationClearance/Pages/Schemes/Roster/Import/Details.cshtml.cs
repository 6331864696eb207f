using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Exports;
using Portal.GraduationClearance.Roster.Import;
using Portal.Toolkit.Imports;

namespace Portal.GraduationClearance.Pages.Schemes.Roster.Import;

/// <summary>One roster import. The workbook holds full ID numbers: for who uploaded them, and for posts that may see them.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class DetailsModel(ImportDeskService desk, RosterImport import, ExportLogCommands log, IUnitContext context) : ImportDetailsModel(desk, import)
{
    protected override bool MaySee(ImportBatch batch) => true;

    protected override ImportRights RightsOn(ImportBatch batch) => new() { Apply = true, Download = IsOwner(batch) || context.Has(Permissions.ViewIdCard) };

    protected override Task<IReadOnlyList<ImportFact>> ListFactsAsync(ImportBatch batch, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ImportFact>>([new("离校方案", batch.Subject)]);

    protected override Task NoteDownloadAsync(ImportBatch batch, CancellationToken cancellationToken) => log.WriteAsync(
        new ExportEntry
        {
            Export = "离校名单错误数据",
            Query = $"导入={batch.Id}；离校方案={batch.Subject}；文件={batch.FileName}；导入人={batch.PersonName}",
            RowCount = batch.Rejected,
            WithFullId = true,
        },
        cancellationToken);
}
