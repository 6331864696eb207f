using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Students;

internal static class StatusBadges
{
    public static StateBadge Of(EnrolmentStatus status) => new()
    {
        Kind = status switch
        {
            EnrolmentStatus.Regular => StateKind.Passed,
            EnrolmentStatus.Suspended or EnrolmentStatus.OtherLeave or EnrolmentStatus.Abroad or EnrolmentStatus.Missing => StateKind.SourceFault,
            _ => StateKind.NotRequired,
        },
        Text = Words.Of(status),
    };
}
