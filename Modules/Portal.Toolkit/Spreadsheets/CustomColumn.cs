namespace Portal.Toolkit.Spreadsheets;

/// <summary>A column with a rule of the module's own.</summary>
/// <example><code>new CustomColumn&lt;int&gt;("年级", (cell, context) => cell.Number is > 1990 and &lt; 2100 ? (int)cell.Number : context.Fail("grade", "年级应为年份"))</code></example>
public sealed class CustomColumn<TValue>(string header, Func<Cell, CellContext, CellResult<TValue>> parse)
    : ImportColumn<TValue>(header)
    where TValue : notnull
{
    /// <summary>How the template formats the column.</summary>
    public SheetFormat TemplateFormat { get; init; } = SheetFormat.Text;

    public override SheetFormat Format => TemplateFormat;

    protected override CellResult<TValue> Parse(Cell cell, CellContext context) => parse(cell, context);
}
