namespace Portal.GraduationClearance.Imports;

/// <summary>What the check says of a row, and after 数据导入 what became of it.</summary>
public enum RowOutcome
{
    Importable,
    Unchanged,
    Rejected,
    Imported,
}
