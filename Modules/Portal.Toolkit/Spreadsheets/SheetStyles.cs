using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>The fixed styles of every workbook we write; a style is named by its place in the list.</summary>
internal static class SheetStyles
{
    public const int General = 0;
    public const int Header = 1;
    public const int Text = 2;
    public const int QuotedText = 3;
    public const int WholeNumber = 4;
    public const int Money = 5;
    public const int Date = 6;
    public const int DateTime = 7;
    public const int Count = 8;

    private const uint DateFormat = 164;
    private const uint DateTimeFormat = 165;

    public static int For(SheetFormat format) => format switch
    {
        SheetFormat.Text => Text,
        SheetFormat.WholeNumber => WholeNumber,
        SheetFormat.Money => Money,
        SheetFormat.Date => Date,
        SheetFormat.DateTime => DateTime,
        _ => General,
    };

    public static Stylesheet Create() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy-mm-dd" },
            new NumberingFormat { NumberFormatId = DateTimeFormat, FormatCode = "yyyy-mm-dd hh:mm" })
        { Count = 2 },
        new Fonts(Font(bold: false), Font(bold: true)) { Count = 2 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE7EEF7" }) { PatternType = PatternValues.Solid }))
        { Count = 3 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(
            Format(0),
            new CellFormat { NumberFormatId = 49, FontId = 1, FillId = 2, BorderId = 0, FormatId = 0, ApplyFont = true, ApplyFill = true, ApplyNumberFormat = true },
            Format(49),
            Quoted(Format(49)),
            Format(1),
            Format(4),
            Format(DateFormat),
            Format(DateTimeFormat))
        { Count = Count },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static Font Font(bool bold)
    {
        var font = new Font(new FontSize { Val = 11 }, new FontName { Val = "等线" });
        if (bold)
            font.PrependChild(new Bold());
        return font;
    }

    private static CellFormat Format(uint number) =>
        new() { NumberFormatId = number, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = number != 0 };

    private static CellFormat Quoted(CellFormat format)
    {
        format.QuotePrefix = BooleanValue.FromBoolean(true);
        return format;
    }
}
