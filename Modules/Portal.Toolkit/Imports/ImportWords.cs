namespace Portal.Toolkit.Imports;

/// <summary>Words of an import in its page's tables and cards.</summary>
internal sealed class ImportWords(ImportDefinition import, ImportBatch batch)
{
    private bool IsApplied => batch.State == ImportState.Applied;

    public string Heading => batch.State switch
    {
        ImportState.Checked => "导入预检",
        ImportState.Applied => "导入结果",
        _ => $"导入{import.Title}",
    };

    /// <summary>What is or would be done: 新增 3 人，更新 1 人.</summary>
    public string Done => import.Adds
        ? $"新增 {batch.Additions} {import.Counted}，更新 {batch.Changes} {import.Counted}"
        : $"导入 {batch.Good} {import.Counted}";

    public string Result => $"{batch.Subject}：{Done}，无变化 {batch.Unchanged} {import.Counted}，错误 {batch.Rejected} 行没有导入。";

    /// <summary>Whether the rejected rows keep the good ones from being imported.</summary>
    public bool IsHeld => import.IsAllOrNothing && batch is { State: ImportState.Checked, Rejected: > 0 };

    public string Nothing => batch switch
    {
        _ when IsHeld => $"有 {batch.Rejected} 行错误，整个文件一行也没有导入。请按下面的原因改正文件后重新选择，或下载错误数据改正。",
        { State: not ImportState.Checked } or { Good: > 0 } => "",
        { Unchanged: > 0, Rejected: 0 } => "没有可导入的行：文件与已保存的内容一致，无需再导入。",
        _ => "没有可导入的行。请按下面的原因改正文件后重新选择，或下载错误数据改正后再导入。",
    };

    public string TitleOf(ImportRowList list) => list switch
    {
        ImportRowList.Rejected => $"错误数据 {batch.Rejected} 行（{(IsApplied ? "没有导入" : "不会导入")}）",
        ImportRowList.Unchanged => $"无变化 {batch.Unchanged} {import.Counted}",
        ImportRowList.Cleaned => $"已清洗 {batch.Cleaned} 行",
        ImportRowList.Additions => $"新增 {batch.Additions} {import.Counted}",
        _ => $"{Of(ImportOutcome.Change)} {batch.Changes} {import.Counted}",
    };

    public string Of(StoredRow row)
    {
        string[] remarks = [.. new[] { row.Message, row.Warning }.OfType<string>()];
        return $"{Of(row.Outcome)}{(row.IsCleaned ? "（已清洗）" : "")}{(remarks.Length > 0 ? $"：{string.Join('；', remarks)}" : "")}";
    }

    private string Of(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Addition => "新增",
        ImportOutcome.Change when import.Adds => "更新",
        ImportOutcome.Change => IsApplied ? "已导入" : "可导入",
        ImportOutcome.Unchanged => "无变化",
        _ => "错误",
    };
}
