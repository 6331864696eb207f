using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>我的出国: where the own applications stand, and the programmes that are open.</summary>
[RequirePermission(Permissions.Student)]
internal sealed class IndexModel(MyOutboundQueries mine, RecordCatalog catalog) : PageModel
{
    public IReadOnlyList<RecordView> Own { get; private set; } = [];

    public IReadOnlyList<OpenProgramme> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Own = await mine.ListOwnAsync(cancellationToken);
        Open = await mine.ListOpenAsync(cancellationToken);
    }

    public StateBadge BadgeOf(RecordView application)
    {
        var state = catalog.Get(OutboundStudentType.TypeKey).StateOf(application.State);
        return new() { Kind = state.Kind, Text = state.Label, Detail = application.Row.StepLabel.Length > 0 ? application.Row.StepLabel : null };
    }

    /// <summary>The own application for a programme; null when there is none that stands.</summary>
    public RecordView? OwnOf(OpenProgramme programme) =>
        Own.FirstOrDefault(application => application.Ref("programme")?.Id == programme.Record.Id && !application.IsIn("cancelled", "rejected", "withdrawn", "archived"));
}
