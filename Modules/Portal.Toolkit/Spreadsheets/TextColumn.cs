namespace Portal.Toolkit.Spreadsheets;

/// <summary>Text. A whole number is taken as its digits; one of 16 digits or more is refused because Excel has rounded it.</summary>
public sealed class TextColumn(string header) : ImportColumn<string>(header)
{
    /// <summary>Which blanks are allowed.</summary>
    public TextRule Rule { get; init; } = TextRule.Line;

    public int MaxLength { get; init; } = 200;

    public override SheetFormat Format => SheetFormat.Text;

    protected override CellResult<string> Parse(Cell cell, CellContext context)
    {
        if (cell.Kind == CellKind.Number && Math.Abs(cell.Number) >= 1e15)
            return context.Fail(ImportCodes.TextAsNumber, $"{Label}为数值型，末位已失真，请改为文本");
        var text = cell.Text;
        if (!context.Clean && CellText.HasSpecialCharacters(text, Rule))
            return context.Fail(ImportCodes.SpecialCharacters, $"{Label}含空格/回车等特殊字符");
        if (context.Clean || Rule == TextRule.Free)
            text = CellText.Clean(text, Rule);
        if (text.Length > MaxLength)
            return context.Fail(ImportCodes.TooLong, $"{Label}超过{MaxLength}字");
        return CellResult.Of(text, Rule != TextRule.Free && text != cell.Text);
    }
}
