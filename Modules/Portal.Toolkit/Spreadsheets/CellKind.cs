namespace Portal.Toolkit.Spreadsheets;

/// <summary>How a cell holds its value.</summary>
public enum CellKind
{
    Blank,
    Text,
    Number,
    Date,
    Boolean,
}
