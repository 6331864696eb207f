namespace Portal.Toolkit.Imports;

/// <summary>Which rows of an import a table lists.</summary>
public enum ImportRowList
{
    Rejected,
    Additions,
    Changes,
    Unchanged,

    /// <summary>Rows in which 自动清洗 changed something, whatever became of them.</summary>
    Cleaned,
}
