namespace Portal.Toolkit.Spreadsheets;

/// <summary>How a column shows its values.</summary>
public enum SheetFormat
{
    /// <summary>As the value comes.</summary>
    General,

    /// <summary>Text, whatever is typed.</summary>
    Text,

    /// <summary>Whole numbers without exponent.</summary>
    WholeNumber,

    /// <summary>Numbers with two decimals.</summary>
    Money,

    /// <summary>2026-06-15.</summary>
    Date,

    /// <summary>2026-06-15 14:05.</summary>
    DateTime,
}
