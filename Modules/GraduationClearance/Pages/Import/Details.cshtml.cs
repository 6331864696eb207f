using Portal.GraduationClearance.Exports;
using Portal.GraduationClearance.Imports;
using Portal.GraduationClearance.Model;
using Portal.Toolkit.Imports;

namespace Portal.GraduationClearance.Pages.Import;

/// <summary>One import of decisions. Rejected rows are for who uploaded them, and for administrators who may see full ID-card numbers; noted like every export.</summary>
[RequirePermission(Permissions.ViewImports)]
public sealed class DetailsModel(
    ImportDeskService desk, DecisionImport import, DecisionImportQueries imports, SchemeQueries schemes, ExportLogCommands log, IUnitContext context) : ImportDetailsModel(desk, import)
{
    private readonly DecisionImport _import = import;

    protected override bool MaySee(ImportBatch batch) => IsOwner(batch) || imports.SeesAll;

    protected override ImportRights RightsOn(ImportBatch batch) => new() { Apply = IsOwner(batch), Download = IsOwner(batch) || context.Has(Permissions.ViewIdCard) };

    protected override async Task<IReadOnlyList<ImportFact>> ListFactsAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        var choice = _import.ArgumentOf(batch);
        return
        [
            new("离校方案", (await schemes.FindAsync(choice.SchemeId, cancellationToken))?.Name ?? ""),
            new("环节", batch.Subject),
            new("匹配方式", MatchWords.Of(choice.MatchBy) + (batch.Clean ? "，自动清洗" : "")),
        ];
    }

    protected override Task NoteDownloadAsync(ImportBatch batch, CancellationToken cancellationToken) => log.WriteAsync(
        new ExportEntry
        {
            Export = "导入错误数据",
            Query = $"导入={batch.Id}；环节={batch.Subject}；文件={batch.FileName}；导入人={batch.PersonName}",
            RowCount = batch.Rejected,
            WithFullId = _import.ArgumentOf(batch).MatchBy == MatchBy.IdCard,
        },
        cancellationToken);
}
