using Microsoft.AspNetCore.Mvc;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>Downloads for pages. The workbook is written to a temporary file first, so memory stays flat.</summary>
/// <example>
/// <code>
/// private static readonly SheetColumn&lt;StudentRow&gt;[] _columns =
/// [
///     new("学号", row => row.StudentNo) { Format = SheetFormat.Text },
///     new("姓名", row => row.Name),
/// ];
///
/// public Task&lt;IActionResult&gt; OnGetExportAsync(CancellationToken ct) =>
///     Spreadsheet.FileAsync("离校学生", _columns, queries.StreamAsync(Filter, ct), ct);
/// </code>
/// </example>
public static class Spreadsheet
{
    /// <summary>One sheet with the rows.</summary>
    public static Task<IActionResult> FileAsync<TRow>(
        string name,
        IReadOnlyList<SheetColumn<TRow>> columns,
        IAsyncEnumerable<TRow> rows,
        CancellationToken cancellationToken = default) =>
        FileAsync(name, async writer =>
        {
            var values = Begin(writer, name, columns);
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
                Write(writer, columns, row, values);
        });

    /// <summary>One sheet with the rows.</summary>
    public static IActionResult File<TRow>(string name, IReadOnlyList<SheetColumn<TRow>> columns, IEnumerable<TRow> rows) =>
        File(name, writer =>
        {
            var values = Begin(writer, name, columns);
            foreach (var row in rows)
                Write(writer, columns, row, values);
        });

    /// <summary>The template of an import.</summary>
    public static IActionResult Template(IImportPlan plan) =>
        File(plan.Name + "导入模板", writer => ImportTemplate.Write(writer, plan));

    /// <summary>Whatever <paramref name="write"/> writes.</summary>
    public static IActionResult File(string name, Action<SheetWriter> write)
    {
        var file = OpenTemporary();
        try
        {
            using (var writer = new SheetWriter(file))
                write(writer);
            return Result(file, name);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whatever <paramref name="write"/> writes.</summary>
    public static async Task<IActionResult> FileAsync(string name, Func<SheetWriter, Task> write)
    {
        var file = OpenTemporary();
        try
        {
            using (var writer = new SheetWriter(file))
                await write(writer);
            return Result(file, name);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static object?[] Begin<TRow>(SheetWriter writer, string name, IReadOnlyList<SheetColumn<TRow>> columns)
    {
        writer.BeginSheet(name, [.. columns.Select(column => column.Plain)], new SheetLayout { Filter = true });
        return new object?[columns.Count];
    }

    private static void Write<TRow>(SheetWriter writer, IReadOnlyList<SheetColumn<TRow>> columns, TRow row, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = columns[i].Value(row);
        writer.WriteRow(values);
    }

    private static SpreadsheetResult Result(FileStream file, string name)
    {
        file.Position = 0;
        var safe = string.Join('_', name.Split(Path.GetInvalidFileNameChars()));
        return new SpreadsheetResult(file, safe + ".xlsx");
    }

    private static FileStream OpenTemporary()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
