using System.Globalization;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>Writes single cells with the type their value has.</summary>
internal sealed class CellWriter(OpenXmlWriter xml)
{
    private static readonly DateTime _firstSafeDate = new(1900, 3, 1);
    private static readonly OpenXmlAttribute[][] _asText = Attributes("inlineStr");
    private static readonly OpenXmlAttribute[][] _asNumber = Attributes(null);
    private static readonly OpenXmlAttribute[][] _asBoolean = Attributes("b");
    private static readonly OpenXmlAttribute[] _keepBlanks = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];

    private readonly X.Cell _cell = new();
    private readonly X.CellValue _value = new();
    private readonly X.InlineString _inline = new();
    private readonly X.Text _text = new();

    public void Write(object? value, SheetFormat format)
    {
        if (value is Cell cell)
            value = cell.Value;
        switch (value)
        {
            case null or "":
                xml.WriteStartElement(_cell);
                xml.WriteEndElement();
                break;
            case string text:
                WriteText(text, SheetStyles.Text);
                break;
            case bool flag:
                WriteValue(_asBoolean[SheetStyles.General], flag ? "1" : "0");
                break;
            case DateOnly day:
                WriteDate(day.ToDateTime(TimeOnly.MinValue), format);
                break;
            case DateTime time:
                WriteDate(time, format);
                break;
            case DateTimeOffset time:
                WriteDate(time.DateTime, format);
                break;
            case int or long or short or byte or uint or decimal or double or float:
                WriteNumber((IConvertible)value, format);
                break;
            default:
                WriteText(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", SheetStyles.Text);
                break;
        }
    }

    public void WriteText(string text, int style)
    {
        text = SheetText.Printable(text);
        xml.WriteStartElement(_cell, _asText[SheetText.LooksLikeFormula(text) ? SheetStyles.QuotedText : style]);
        xml.WriteStartElement(_inline);
        xml.WriteStartElement(_text, SheetText.HasOuterBlank(text) ? _keepBlanks : []);
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteNumber(IConvertible value, SheetFormat format)
    {
        var number = value.ToDouble(CultureInfo.InvariantCulture);
        var text = value is double or float ? number.ToString("R", CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture);
        // Excel rounds to 15 digits; a longer number is an identifier and must not change.
        if (format == SheetFormat.Text || (value is long or decimal && Math.Abs(number) >= 1e15))
        {
            WriteText(text, SheetStyles.Text);
            return;
        }

        if (!double.IsFinite(number))
        {
            WriteText("", SheetStyles.General);
            return;
        }

        var style = format == SheetFormat.General && Math.Floor(number) == number && Math.Abs(number) < 1e15
            ? SheetStyles.WholeNumber
            : SheetStyles.For(format);
        WriteValue(_asNumber[style], text);
    }

    private void WriteDate(DateTime date, SheetFormat format)
    {
        var style = format == SheetFormat.Date || (format != SheetFormat.DateTime && date.TimeOfDay == default)
            ? SheetStyles.Date
            : SheetStyles.DateTime;
        if (date < _firstSafeDate)
            WriteText(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SheetStyles.Text);
        else
            WriteValue(_asNumber[style], date.ToOADate().ToString("R", CultureInfo.InvariantCulture));
    }

    private void WriteValue(OpenXmlAttribute[] attributes, string text)
    {
        xml.WriteStartElement(_cell, attributes);
        xml.WriteStartElement(_value);
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static OpenXmlAttribute[][] Attributes(string? type)
    {
        OpenXmlAttribute[] kind = type is null ? [] : [new("t", "", type)];
        return [.. Enumerable.Range(0, SheetStyles.Count).Select(style => style == SheetStyles.General ? kind : [new("s", "", $"{style}"), .. kind])];
    }
}
