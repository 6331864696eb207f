namespace Portal.GraduationClearance.Imports;

/// <summary>Words of the import as the seed writes them.</summary>
public static class ImportWords
{
    public static string Of(MatchBy matchBy) => matchBy == MatchBy.IdCard ? "身份证号匹配" : "学号匹配";

    public static string Key(MatchBy matchBy) => matchBy == MatchBy.IdCard ? "身份证号" : "学号";

    public static string Of(ImportState state) => state switch
    {
        ImportState.Checking => "预检中",
        ImportState.Checked => "已预检，待导入",
        ImportState.Applying => "正在导入",
        ImportState.Applied => "已导入",
        _ => "文件未受理",
    };

    public static string Of(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Importable => "可导入",
        RowOutcome.Unchanged => "无变化",
        RowOutcome.Imported => "已导入",
        _ => "错误",
    };

    public static string OfResult(bool? isPass) => isPass switch
    {
        true => "通过",
        false => "未通过",
        _ => "",
    };
}
