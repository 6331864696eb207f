using System.Globalization;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>A day: a date cell, text such as 2001-09-30, 2001/9/30 or 2001年9月30日, or the digits 20010930.</summary>
public sealed class DateColumn(string header) : ImportColumn<DateOnly>(header)
{
    private static readonly string[] _patterns =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss"];

    public DateOnly Minimum { get; init; } = new(1900, 1, 1);

    public DateOnly Maximum { get; init; } = new(2999, 12, 31);

    public override SheetFormat Format => SheetFormat.Date;

    protected override CellResult<DateOnly> Parse(Cell cell, CellContext context)
    {
        var text = cell.Text;
        if (!context.Clean && CellText.HasSpecialCharacters(text, TextRule.Line))
            return context.Fail(ImportCodes.SpecialCharacters, $"{Label}含空格/回车等特殊字符");

        var cleaned = CellText.Clean(text, TextRule.Line);
        var parsed = DateTime.TryParseExact(cleaned, _patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        if (!parsed || DateOnly.FromDateTime(date) < Minimum || DateOnly.FromDateTime(date) > Maximum)
            return context.Fail(ImportCodes.NotADate, $"{Label}不是有效日期（如 2001-09-30）");
        return CellResult.Of(DateOnly.FromDateTime(date), cleaned != text);
    }
}
