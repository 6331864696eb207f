namespace Portal.Toolkit.Spreadsheets;

/// <summary>A number one can reckon with: an amount, a count, a year.</summary>
public sealed class NumberColumn(string header) : ImportColumn<decimal>(header)
{
    public decimal Minimum { get; init; } = -1_000_000_000_000m;

    public decimal Maximum { get; init; } = 1_000_000_000_000m;

    /// <summary>Whether fractions are refused.</summary>
    public bool WholeNumbers { get; init; }

    public override SheetFormat Format => WholeNumbers ? SheetFormat.WholeNumber : SheetFormat.General;

    protected override CellResult<decimal> Parse(Cell cell, CellContext context)
    {
        decimal number;
        switch (cell.Kind)
        {
            case CellKind.Number when Math.Abs(cell.Number) < 1e15:
                number = (decimal)cell.Number;
                break;
            case CellKind.Text when CellText.TryDecimal(CellText.Clean(cell.Text), out number):
                if (!context.Clean)
                    return context.Fail(ImportCodes.NumberAsText, $"{Label}应为数字值，不能为文本型");
                break;
            default:
                return context.Fail(ImportCodes.NotANumber, $"{Label}不是有效数字");
        }

        if (WholeNumbers && decimal.Truncate(number) != number)
            return context.Fail(ImportCodes.NotANumber, $"{Label}应为整数");
        if (number < Minimum || number > Maximum)
            return context.Fail(ImportCodes.OutOfRange, $"{Label}应在 {Minimum:0.####} 到 {Maximum:0.####} 之间");
        return CellResult.Of(number, cell.Kind == CellKind.Text);
    }
}
