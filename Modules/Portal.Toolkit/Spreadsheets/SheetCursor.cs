using ExcelDataReader;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>Walks through the sheets and rows of a workbook and knows what the reader itself does not say.</summary>
internal sealed class SheetCursor(WorkbookFile file)
{
    private readonly IExcelDataReader _reader = file.Reader;
    private MergedAreas _merged = new(null, 0);
    private bool _started;

    public string SheetName => _reader.Name;

    public bool IsVisible => string.Equals(_reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase);

    public int ColumnCount => _reader.FieldCount;

    public int SheetCount => _reader.ResultsCount;

    /// <summary>The current row as Excel numbers it, from 1.</summary>
    public int RowNumber { get; private set; }

    public bool IsHidden => _reader.RowHeight == 0;

    public bool NextSheet()
    {
        if (_started && !WorkbookFile.Guard(_reader.NextResult))
            return false;
        _started = true;
        RowNumber = 0;
        _merged = new MergedAreas(_reader.MergeCells, file.Limits.Columns);
        return true;
    }

    public bool NextRow()
    {
        if (!WorkbookFile.Guard(_reader.Read))
            return false;
        _merged.MoveTo(RowNumber++);
        return true;
    }

    public Cell this[int column]
    {
        get
        {
            if (column >= _reader.FieldCount)
                return default;
            var cell = Cell.From(_reader.GetValue(column));
            return cell.Kind == CellKind.Blank && _merged.Covers(RowNumber - 1, column) ? cell with { IsMerged = true } : cell;
        }
    }
}
