using System.Globalization;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>One cell with the type it has in the workbook: the text 123 and the number 123 are different cells.</summary>
public readonly record struct Cell
{
    private readonly object? _value;

    private Cell(CellKind kind, object? value) => (Kind, _value) = (kind, value);

    public CellKind Kind { get; }

    /// <summary>Whether the cell is blank because it lies under a merged area; only the top-left cell has the value.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Whether nothing can be seen in the cell: no value, or only blanks and zero-width characters.</summary>
    public bool IsBlank => Kind == CellKind.Blank || (_value is string text && CellText.IsBlank(text));

    /// <summary>The number; zero for any other kind.</summary>
    public double Number => _value is double number ? number : 0;

    /// <summary>The date and time; the default for any other kind.</summary>
    public DateTime Date => _value is DateTime date ? date : default;

    /// <summary>The cell as one would read it: numbers without exponent, dates as 2026-06-15. Text is unchanged.</summary>
    public string Text => _value switch
    {
        string text => text,
        double number when CellText.TryNumericKey(number, out var key) => key,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime date when date.TimeOfDay == default => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "TRUE" : "FALSE",
        _ => "",
    };

    /// <summary>The value as <see cref="SheetWriter"/> takes it, so that a copy keeps the type.</summary>
    public object? Value => _value;

    public static Cell FromText(string? text) => text is null ? default : new(CellKind.Text, text);

    public static Cell FromNumber(double number) => new(CellKind.Number, number);

    public static Cell FromDate(DateTime date) => new(CellKind.Date, date);

    public static Cell FromBoolean(bool flag) => new(CellKind.Boolean, flag);

    /// <summary>Kind and value in one short string, to keep a rejected row in the database.</summary>
    public string Encode() => Kind switch
    {
        CellKind.Text => "s" + _value,
        CellKind.Number => "n" + Number.ToString("R", CultureInfo.InvariantCulture),
        CellKind.Date => "d" + Date.ToString("O", CultureInfo.InvariantCulture),
        CellKind.Boolean => _value is true ? "b1" : "b0",
        _ => "",
    };

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    public static Cell Decode(string? encoded) => encoded is { Length: > 0 }
        ? encoded[0] switch
        {
            's' => FromText(encoded[1..]),
            'n' => FromNumber(double.Parse(encoded.AsSpan(1), CultureInfo.InvariantCulture)),
            'd' => FromDate(DateTime.Parse(encoded.AsSpan(1), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
            'b' => FromBoolean(encoded[1] == '1'),
            _ => throw new FormatException("Not an encoded cell."),
        }
        : default;

    internal static Cell From(object? value) => value switch
    {
        null => default,
        string { Length: 0 } => default,
        string text => FromText(text),
        double number => FromNumber(number),
        int number => FromNumber(number),
        DateTime date => FromDate(date),
        bool flag => FromBoolean(flag),
        TimeSpan span => FromNumber(span.TotalDays),
        var other => FromText(Convert.ToString(other, CultureInfo.InvariantCulture)),
    };
}
