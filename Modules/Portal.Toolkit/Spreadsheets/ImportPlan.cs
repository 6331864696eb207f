namespace Portal.Toolkit.Spreadsheets;

/// <summary>
/// Declares once what a file to import looks like: its columns and how a row becomes a <typeparamref name="T"/>. From it come
/// the template, the reading with errors per cell, and the workbook of rejected rows.
/// </summary>
/// <example>
/// <code>
/// internal sealed class SchoolImport : ImportPlan&lt;School&gt;
/// {
///     private readonly NumberCodeColumn _code = new("学校代码") { Required = true, Unique = true, AcceptText = true };
///     private readonly TextColumn _name = new("学校名称") { Required = true, MaxLength = 100 };
///     private readonly DateColumn _since = new("成立日期");
///
///     public SchoolImport() => Columns = [_code, _name, _since];
///
///     public override string Name => "学校名录";
///
///     protected override School Map(ImportCells row) =>
///         new() { Code = row.Get(_code), Name = row.Get(_name), Since = row.ValueOrNull(_since) };
/// }
/// </code>
/// </example>
public abstract class ImportPlan<T> : IImportPlan
    where T : class
{
    /// <summary>What is imported, for the template's title and file name.</summary>
    public abstract string Name { get; }

    /// <summary>The columns, in the template's order. Set in the constructor.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; protected init; } = [];

    /// <summary>The columns by which a page tells the rows apart; the first two stand beside an error too.</summary>
    public virtual IReadOnlyList<ImportColumn> Shown => [.. Columns.Take(4)];

    /// <summary>Sentences below the table of the template's sheet 填写说明.</summary>
    public virtual IReadOnlyList<string> Instructions => [];

    /// <summary>
    /// Headers that show that the wrong kind of file was chosen, with the message for the whole file. They count only when a
    /// required column is missing.
    /// </summary>
    public virtual IReadOnlyDictionary<string, string> RefusedHeaders { get; } = new Dictionary<string, string>();

    /// <summary>Makes the row's value; called only when no cell has an error.</summary>
    protected abstract T Map(ImportCells row);

    /// <summary>Rules over several cells of one row.</summary>
    protected virtual IEnumerable<ImportError> Check(T row) => [];

    /// <summary>Rules over the whole file, once it is read.</summary>
    /// <exception cref="SpreadsheetException">The file is refused.</exception>
    protected virtual void CheckFile(ImportResult<T> file)
    {
    }

    /// <summary>Opens a file for reading row by row. Dispose the reader.</summary>
    /// <exception cref="SpreadsheetException">The file is refused.</exception>
    public ImportReader<T> Open(Stream content, string fileName, ImportOptions? options = null)
    {
        options ??= new ImportOptions();
        var file = WorkbookFile.Open(content, fileName, options.Limits);
        try
        {
            return new ImportReader<T>(this, file, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads the whole file and checks the unique columns.</summary>
    /// <exception cref="SpreadsheetException">The file is refused.</exception>
    public ImportResult<T> Read(Stream content, string fileName, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var reader = Open(content, fileName, options);
        var rows = reader.Rows(cancellationToken).ToList();
        var places = reader.Places();
        foreach (var column in Columns.Where(column => column.Unique && places.ContainsKey(column)))
            RejectDuplicates(rows, column, places[column]);
        var file = new ImportResult<T>(reader, rows, places);
        CheckFile(file);
        return file;
    }

    /// <summary>Choices of a <see cref="ChoiceColumn{TValue}"/>: each value by its word, in this order.</summary>
    protected static OrderedDictionary<string, TValue> Choices<TValue>(Func<TValue, string> word, IEnumerable<TValue> values)
    {
        var choices = new OrderedDictionary<string, TValue>();
        foreach (var value in values)
            choices.Add(word(value), value);
        return choices;
    }

    internal T MapRow(ImportCells row) => Map(row);

    internal IEnumerable<ImportError> CheckRow(T row) => Check(row);

    private static void RejectDuplicates(List<ImportRow<T>> rows, ImportColumn column, int index)
    {
        var repeated = rows.Where(row => !row.Cells[index].IsBlank)
            .GroupBy(row => CellText.Canonical(row.Cells[index]), StringComparer.Ordinal)
            .Where(group => group.Count() > 1);
        foreach (var group in repeated)
        {
            var numbers = group.Select(row => row.RowNumber).ToList();
            foreach (var row in group)
            {
                var others = numbers.Where(number => number != row.RowNumber).Take(5);
                row.Reject(new ImportError
                {
                    Column = column.Label,
                    Code = ImportCodes.Duplicate,
                    Message = $"与第{string.Join("、", others)}行重复" + (numbers.Count > 6 ? $"（共{numbers.Count}行）" : ""),
                });
            }
        }
    }
}
