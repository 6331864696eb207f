using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Exports;
using Portal.GraduationClearance.Model;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Students;

/// <summary>【导出列表】: the filtered rows of all pages, noted before they leave.</summary>
public sealed class StudentExportService(StudentQueries students, StepHeadQueries steps, ExportLogCommands log, ISecretText secrets)
{
    public async Task<IActionResult> FileAsync(StudentFilter filter, DepartmentReach reach, string description, string? fullIdReason, CancellationToken cancellationToken)
    {
        var heads = await steps.ListAsync(filter.SchemeId!.Value, cancellationToken);
        var columns = MatrixColumns.ForExport(heads, fullIdReason is null ? null : secrets.Decrypt);
        return await Spreadsheet.FileAsync("学生列表", async writer =>
        {
            writer.BeginSheet("学生列表", [.. columns.Select(column => new SheetColumn(column.Header) { Width = column.Width, Format = column.Format })], new SheetLayout { Filter = true });
            var values = new object?[columns.Count];
            var count = 0;
            await foreach (var row in students.StreamAsync(filter, reach, heads, fullIdReason is not null, cancellationToken))
            {
                for (var index = 0; index < values.Length; index++)
                    values[index] = columns[index].Value(row);
                writer.WriteRow(values);
                count++;
            }

            await log.WriteAsync(
                new ExportEntry { Export = "学生列表", Query = description, RowCount = count, WithFullId = fullIdReason is not null, Reason = fullIdReason ?? "" },
                cancellationToken);
        });
    }
}
