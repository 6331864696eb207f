using Portal.GraduationClearance.Imports;
using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Pages;

/// <summary>An import's state as word and colour.</summary>
public static class ImportBadge
{
    public static StateBadge Of(ImportState state) => new()
    {
        Kind = state switch
        {
            ImportState.Checked => StateKind.Mine,
            ImportState.Applied => StateKind.Passed,
            ImportState.Refused => StateKind.Failed,
            _ => StateKind.Pending,
        },
        Text = ImportWords.Of(state),
    };
}
