namespace Portal.Toolkit.Imports;

/// <summary>What a row of the file would do, and after the import what it did.</summary>
public enum ImportOutcome
{
    /// <summary>新增.</summary>
    Addition,

    /// <summary>更新.</summary>
    Change,

    /// <summary>无变化: what it says is stored already.</summary>
    Unchanged,

    /// <summary>错误: it is not imported.</summary>
    Rejected,
}
