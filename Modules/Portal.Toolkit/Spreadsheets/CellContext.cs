namespace Portal.Toolkit.Spreadsheets;

/// <summary>Where a cell stands and how strictly it is read.</summary>
public sealed class CellContext
{
    internal CellContext(string label, bool clean, int rowNumber) => (Label, Clean, RowNumber) = (label, clean, rowNumber);

    /// <summary>The column's name in messages.</summary>
    public string Label { get; }

    /// <summary>Whether 自动清洗 is on: mend what can be mended. Off means exactly as written.</summary>
    public bool Clean { get; }

    /// <summary>The row number as Excel shows it.</summary>
    public int RowNumber { get; }

    /// <summary>Refuses the cell. The message is a whole sentence part such as "学号不是有效数字".</summary>
    public ImportError Fail(string code, string message) => new() { Column = Label, Code = code, Message = message };
}
