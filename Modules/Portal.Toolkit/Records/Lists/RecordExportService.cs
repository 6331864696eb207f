using Microsoft.AspNetCore.Mvc;
using Portal.Audit;
using Portal.Data;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Records.Lists;

/// <summary>导出: exactly what the filter shows and the post may read, sensitive values masked, every cell as text; noted in the audit before it leaves.</summary>
public sealed class RecordExportService(RecordListQueries records, RecordTextService texts, RecordCatalog catalog, IWriteTransactions transactions, IAuditLog audit)
{
    public Task<IActionResult> FileAsync(RecordType type, RecordFilter filter, CancellationToken cancellationToken) => Spreadsheet.FileAsync(type.Label, async writer =>
    {
        var columns = Columns(type);
        writer.BeginSheet(type.Label, [.. columns.Select(column => new SheetColumn(column.Header) { Width = column.Width, Format = SheetFormat.Text })], new SheetLayout { Filter = true });
        var values = new object?[columns.Count];
        var count = 0;
        await foreach (var row in records.StreamAsync(type, filter, cancellationToken))
        {
            for (var index = 0; index < values.Length; index++)
                values[index] = columns[index].Value(row);
            writer.WriteRow(values);
            count++;
        }

        await transactions.RunAsync(0, transaction => audit.WriteAsync(transaction, new AuditEntry
        {
            Module = catalog.BookOf(type).ModuleId,
            Action = $"导出{type.Label}",
            Subject = $"record-list:{type.Key}",
            After = new { 行数 = count, 条件 = filter.Route().Where(pair => pair.Key != "q"), 有检索词 = !string.IsNullOrWhiteSpace(filter.Text) },
        }), cancellationToken);
    });

    private List<(string Header, double Width, Func<RecordListRow, string> Value)> Columns(RecordType type)
    {
        List<(string Header, double Width, Func<RecordListRow, string> Value)> columns =
        [
            ("编号", 18, row => row.Row.No),
            ("标题", 36, row => row.Row.Title),
            ("承办单位", 24, row => texts.UnitName(row.Row.UnitId)),
            ("状态", 12, row => type.StateOf(row.Row.State).Label),
            ("当前环节", 18, row => row.Row.StepLabel),
            ("年度", 8, row => $"{row.Row.Year}"),
            ("责任人", 12, row => row.Row.OwnerName),
            ("密级", 8, row => RecordWords.Secrecies.LabelOf(row.Row.Secrecy)),
        ];
        if (type.HasCommonFields)
        {
            columns.Add(("单位一把手", 12, row => row.Row.HeadName));
            columns.Add(("层级", 10, row => RecordWords.Levels.LabelOf(row.Row.Level)));
            columns.Add(("地域", 10, row => RecordWords.Regions.LabelOf(row.Row.Region)));
        }

        foreach (var field in type.Fields.Where(field => field.Kind != FieldKind.File))
            columns.Add((field.Label, field.Kind is FieldKind.LongText or FieldKind.Rows ? 40 : 18, row => row.Shows(field) ? texts.Of(field, row.Values) : ""));
        columns.Add(("备注", 30, row => row.SeesEverything ? row.Row.Remarks : ""));
        return columns;
    }
}
