using Portal.Toolkit.Components;

namespace Portal.Toolkit.Imports;

/// <summary>An import's state as word and colour.</summary>
public static class ImportBadge
{
    public static StateBadge Of(ImportBatch batch) => new()
    {
        Kind = batch.State switch
        {
            ImportState.Checked when batch.Good == 0 => StateKind.NotRequired,
            ImportState.Checked => StateKind.Mine,
            ImportState.Applied => StateKind.Passed,
            ImportState.Refused => StateKind.Failed,
            ImportState.Cancelled => StateKind.NotRequired,
            _ => StateKind.Pending,
        },
        Text = batch.State switch
        {
            ImportState.Checking => "预检中",
            ImportState.Checked when batch.Good == 0 => "已预检，没有可导入的行",
            ImportState.Checked => "已预检，待导入",
            ImportState.Applying => "正在导入",
            ImportState.Applied => "已导入",
            ImportState.Cancelled => "已放弃",
            _ => "文件未受理",
        },
    };
}
