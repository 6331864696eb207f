using Portal.GraduationClearance.Model;
using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Pages.Schemes;

internal static class SchemeText
{
    public static string Window(DateTime? openAt, DateTime? closeAt, LocalTime time) => (openAt, closeAt) switch
    {
        (null, null) => "不限",
        ({ } from, null) => $"{time.Text(from)} 起",
        (null, { } to) => $"至 {time.Text(to)}",
        _ => $"{time.Text(openAt)} 至 {time.Text(closeAt)}",
    };

    public static StateBadge Badge(SchemeStatus status) => new()
    {
        Kind = status switch
        {
            SchemeStatus.Open => StateKind.Passed,
            SchemeStatus.Closed => StateKind.Overdue,
            SchemeStatus.Archived => StateKind.NotRequired,
            _ => StateKind.Pending,
        },
        Text = Words.Of(status),
    };
}
