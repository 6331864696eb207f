using Microsoft.AspNetCore.Html;
using Portal.GraduationClearance.Model;
using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Pages;

/// <summary>State spans made once: a matrix has hundreds of cells, too many for a partial each.</summary>
public static class StateCell
{
    private static readonly HtmlString _missing = new("<span class=\"text-secondary\" title=\"尚未初始化\">—</span>");

    private static readonly Dictionary<StepStatus, HtmlString> _matrix =
        Enum.GetValues<StepStatus>().ToDictionary(status => status, status => Span(Words.Kind(status), Words.OfCell(status)));

    private static readonly Dictionary<OverallState, HtmlString> _overall =
        Enum.GetValues<OverallState>().ToDictionary(state => state, state => Span(state.Kind(), state.Word()));

    /// <summary>已办理, 未办理, 未通过, 无需办理; a dash where the step was not initialised.</summary>
    public static IHtmlContent Of(StepStatus? status) => status is { } known ? _matrix[known] : _missing;

    public static IHtmlContent Of(OverallState state) => _overall[state];

    private static HtmlString Span(StateKind kind, string word) => new($"<span class=\"state {kind.CssName()}\">{word}</span>");
}
