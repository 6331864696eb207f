namespace Portal.Toolkit.Spreadsheets;

/// <summary>What the content of a file is, whatever its name says.</summary>
public enum WorkbookFormat
{
    Xls,
    Xlsx,
}
