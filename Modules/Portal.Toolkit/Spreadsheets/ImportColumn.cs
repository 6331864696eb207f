namespace Portal.Toolkit.Spreadsheets;

/// <summary>A column of an <see cref="ImportPlan{T}"/>: its header, what the template says about it, and how a cell is read.</summary>
public abstract class ImportColumn
{
    private protected ImportColumn(string header) => Header = header;

    /// <summary>The header in the template. When a file is read, white space in headers does not count.</summary>
    public string Header { get; }

    /// <summary>The name in messages; the header when not given.</summary>
    public string Label { get => field ?? Header; init; }

    /// <summary>Other headers that are accepted.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether the column must be there and each cell filled.</summary>
    public bool Required { get; init; }

    /// <summary>Whether a value may stand in one row only; every row that carries a repeated one is rejected.</summary>
    public bool Unique { get; init; }

    /// <summary>One sentence for the template's sheet 填写说明.</summary>
    public string Hint { get; init; } = "";

    /// <summary>A value for the template's sheet 填写说明.</summary>
    public string Sample { get; init; } = "";

    /// <summary>Width in the template, in characters.</summary>
    public double Width { get; init; } = 18;

    /// <summary>How a page shows a cell that not everybody may read in full; null where it is shown as it is.</summary>
    public Func<string, string>? Mask { get; init; }

    /// <summary>How the template formats the column.</summary>
    public abstract SheetFormat Format { get; }

    /// <summary>The words the template offers for choice.</summary>
    public virtual IReadOnlyList<string> Words => [];

    internal abstract void Read(Cell cell, int index, ImportCells row);

    internal bool IsHeader(string text) => CellText.Header(Header) == text || Aliases.Any(a => CellText.Header(a) == text);
}

/// <summary>A column whose cells become a <typeparamref name="TValue"/>.</summary>
public abstract class ImportColumn<TValue>(string header) : ImportColumn(header)
    where TValue : notnull
{
    /// <summary>Reads a cell that is not blank.</summary>
    protected abstract CellResult<TValue> Parse(Cell cell, CellContext context);

    /// <summary>What a blank cell of a required column is told.</summary>
    protected virtual ImportError MissingValue(CellContext context) => context.Fail(ImportCodes.Blank, $"{Label}为空");

    internal sealed override void Read(Cell cell, int index, ImportCells row)
    {
        var context = new CellContext(Label, row.Clean, row.RowNumber);
        if (!cell.IsBlank)
            row.Add(index, Parse(cell, context));
        else if (Required)
            row.Add<TValue>(index, cell.IsMerged ? context.Fail(ImportCodes.Blank, $"{Label}为空（合并单元格）") : MissingValue(context));
    }
}
