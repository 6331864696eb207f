namespace Portal.Toolkit.Spreadsheets;

/// <summary>
/// A code of digits that the file must hold as a number, such as 学号. Text of digits is refused in strict mode and accepted
/// with cleaning, or always with <see cref="AcceptText"/>.
/// </summary>
public sealed class NumberCodeColumn(string header) : ImportColumn<string>(header)
{
    /// <summary>Whether text of digits is as good as a number.</summary>
    public bool AcceptText { get; init; }

    public override SheetFormat Format => AcceptText ? SheetFormat.Text : SheetFormat.WholeNumber;

    protected override CellResult<string> Parse(Cell cell, CellContext context)
    {
        if (cell.Kind == CellKind.Number && CellText.TryNumericKey(cell.Number, out var key))
            return key;
        if (cell.Kind == CellKind.Number && cell.Number >= 1e15)
            return context.Fail(ImportCodes.NotANumber, $"{Label}不是有效数字（超过15位，末位已失真）");
        if (cell.Kind != CellKind.Text)
            return NotANumber(context);
        if (!context.Clean && CellText.HasSpecialCharacters(cell.Text))
            return context.Fail(ImportCodes.SpecialCharacters, $"{Label}含空格/回车等特殊字符");

        var text = CellText.Clean(cell.Text);
        if (!CellText.IsDigits(text))
            return NotANumber(context);
        if (!context.Clean && (!AcceptText || text != cell.Text))
            return context.Fail(ImportCodes.NumberAsText, $"{Label}应为数字值，不能为文本型");
        return CellResult.Of(text, !AcceptText || text != cell.Text);
    }

    private ImportError NotANumber(CellContext context) => context.Fail(ImportCodes.NotANumber, $"{Label}不是有效数字");
}
