namespace Portal.Toolkit.Spreadsheets;

/// <summary>Reads a file row by row without keeping the rows. Made by <see cref="ImportPlan{T}.Open"/>.</summary>
/// <remarks>Columns declared unique are checked by <see cref="ImportPlan{T}.Read"/> only, which knows all rows.</remarks>
public sealed class ImportReader<T> : IDisposable
    where T : class
{
    private readonly ImportPlan<T> _plan;
    private readonly WorkbookFile _file;
    private readonly SheetCursor _sheet;
    private readonly ImportHeader _header;
    private readonly ImportOptions _options;
    private readonly List<string> _notes = [];
    private readonly int[] _places;

    internal ImportReader(ImportPlan<T> plan, WorkbookFile file, ImportOptions options)
    {
        (_plan, _file, _options) = (plan, file, options);
        _sheet = new SheetCursor(file);
        _header = ImportHeader.Find(_sheet, plan.Columns, plan.RefusedHeaders, options.Limits);
        _places = [.. _header.Positions.Select(position => _header.Found.FindIndex(found => found.Position == position))];
        SheetName = _sheet.SheetName;
        HeaderRow = _sheet.RowNumber;
        Headers = [.. _header.Found.Select(found => found.Text)];
        IgnoredHeaders = [.. Headers.Where(header => !plan.Columns.Any(column => column.IsHeader(header)) && !ErrorWorkbook.IsOwnHeader(header))];
        if (file.Note is { } note)
            _notes.Add(note);
    }

    /// <summary>The sheet that is read: the first visible one with a valid header.</summary>
    public string SheetName { get; }

    /// <summary>The row of the header as Excel shows it.</summary>
    public int HeaderRow { get; }

    /// <summary>The headers of the file from left to right, without white space.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>Headers the plan does not know; their columns are not imported.</summary>
    public IReadOnlyList<string> IgnoredHeaders { get; }

    /// <summary>Sentences for the user about the file, for instance that its extension is wrong.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Rows with content so far, hidden ones not counted.</summary>
    public int DataRows { get; private set; }

    /// <summary>Hidden rows with content, skipped so far.</summary>
    public int HiddenRows { get; private set; }

    /// <summary>Blank rows above the last row with content.</summary>
    public int BlankRows { get; private set; }

    /// <summary>The rows, once. They are read while one walks through them.</summary>
    /// <exception cref="SpreadsheetException">A limit is passed, the file is broken, or there is no data row.</exception>
    public IEnumerable<ImportRow<T>> Rows(CancellationToken cancellationToken = default)
    {
        var blank = 0;
        while (_sheet.NextRow())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsBlankRow())
            {
                if (++blank < _options.Limits.BlankRows)
                    continue;
                _notes.Add($"第 {_sheet.RowNumber - blank + 1} 行起连续 {blank} 行为空，其后的内容未读取");
                break;
            }

            BlankRows += blank;
            blank = 0;
            if (DataRows + HiddenRows == _options.Limits.Rows)
                throw new SpreadsheetException($"超过 {_options.Limits.Rows} 行", "请拆成几个文件分别导入");
            if (_sheet.IsHidden)
            {
                HiddenRows++;
                continue;
            }

            DataRows++;
            yield return ReadRow();
        }

        if (DataRows == 0)
            throw new SpreadsheetException("没有可导入的数据", HiddenRows > 0 ? "隐藏的行不会导入，请取消隐藏后重新选择" : "请在表头下方填写数据");
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Where the columns of the plan stand among the cells of a row; absent ones are left out.</summary>
    internal Dictionary<ImportColumn, int> Places() => _plan.Columns.Zip(_places)
        .Where(pair => pair.Second >= 0)
        .ToDictionary(pair => pair.First, pair => pair.Second);

    private bool IsBlankRow()
    {
        foreach (var position in _header.Positions)
        {
            if (position >= 0 && !_sheet[position].IsBlank)
                return false;
        }

        return true;
    }

    private ImportRow<T> ReadRow()
    {
        var raw = new Cell[_header.Found.Count];
        for (var i = 0; i < raw.Length; i++)
            raw[i] = _sheet[_header.Found[i].Position];

        var cells = new ImportCells(_plan.Columns, _sheet.RowNumber, _options.Clean);
        for (var i = 0; i < _plan.Columns.Count; i++)
        {
            if (_places[i] >= 0)
                _plan.Columns[i].Read(raw[_places[i]], i, cells);
        }

        T? value = null;
        if (cells.Errors.Count == 0)
        {
            value = _plan.MapRow(cells);
            cells.Errors.AddRange(_plan.CheckRow(value));
        }

        return new ImportRow<T>(_sheet.RowNumber, cells.Errors.Count == 0 ? value : null, raw, cells.Errors, cells.IsCleaned);
    }
}
