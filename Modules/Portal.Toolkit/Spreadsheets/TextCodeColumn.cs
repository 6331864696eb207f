namespace Portal.Toolkit.Spreadsheets;

/// <summary>
/// A code that the file must hold as text because a number would lose digits, such as 身份证号. Letters become capitals.
/// </summary>
public sealed class TextCodeColumn(string header) : ImportColumn<string>(header)
{
    public int MaxLength { get; init; } = 50;

    public override SheetFormat Format => SheetFormat.Text;

    protected override CellResult<string> Parse(Cell cell, CellContext context)
    {
        if (cell.Kind == CellKind.Number)
            return context.Fail(ImportCodes.TextAsNumber, $"{Label}为数值型，末位已失真，请改为文本");
        if (cell.Kind != CellKind.Text)
            return context.Fail(ImportCodes.TextAsNumber, $"{Label}应为文本");

        var text = CellText.Clean(cell.Text);
        if (!context.Clean && text != cell.Text)
            return context.Fail(ImportCodes.SpecialCharacters, $"{Label}含空格/回车等特殊字符");
        if (text.Length > MaxLength)
            return context.Fail(ImportCodes.TooLong, $"{Label}超过{MaxLength}字");
        return CellResult.Of(text.ToUpperInvariant(), text != cell.Text);
    }
}
