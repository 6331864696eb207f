using Portal.GraduationClearance.Imports;
using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Pages;

/// <summary>An import's state as word and colour.</summary>
public static class ImportBadge
{
    public static StateBadge Of(ImportBatch import) => new()
    {
        Kind = import.State switch
        {
            ImportState.Checked when import.Importable == 0 => StateKind.NotRequired,
            ImportState.Checked => StateKind.Mine,
            ImportState.Applied => StateKind.Passed,
            ImportState.Refused => StateKind.Failed,
            _ => StateKind.Pending,
        },
        Text = import is { State: ImportState.Checked, Importable: 0 } ? "已预检，没有可导入的行" : ImportWords.Of(import.State),
    };
}
