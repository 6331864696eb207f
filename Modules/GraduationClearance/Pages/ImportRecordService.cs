using Portal.GraduationClearance.Imports;
using Portal.Toolkit.Imports;

namespace Portal.GraduationClearance.Pages;

/// <summary>Imports of decisions as a table.</summary>
public sealed class ImportRecordService(DecisionImport import, LocalTime time)
{
    public ImportListView Show(IEnumerable<ImportBatch> batches, IUrlHelper url) => new()
    {
        Adds = import.Adds,
        SubjectHeader = "环节",
        Headers = ["匹配方式"],
        Rows =
        [
            .. batches.Select(batch => new ImportListRow
            {
                Batch = batch,
                Url = url.Page("/Import/Details", new { id = batch.Id })!,
                Time = time.Text(batch.At),
                Cells = [MatchWords.Of(import.ArgumentOf(batch).MatchBy)],
            }),
        ],
    };
}
