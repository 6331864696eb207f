using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Forms;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>报名: one short form, fit for a phone.</summary>
[RequirePermission(Permissions.Student)]
internal sealed class ApplyModel(MyOutboundQueries mine, ApplyService applications, IUnitContext context) : RecordCommandPageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    public OpenProgramme Programme { get; private set; } = null!;

    public RecordForm Needed { get; private set; } = null!;

    public RecordForm More { get; private set; } = null!;

    public string StudentName => context.Person?.Name ?? "";

    public string CollegeName => context.Post?.UnitName ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await mine.FindOwnAsync(Id, cancellationToken) is { } own && !own.IsIn("draft", "returned"))
            return RedirectToPage("/Outbound/Details", new { id = own.Id });
        return await LoadAsync(null, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await mine.FindOpenAsync(Id, cancellationToken) is not { } programme)
            return NotFound();
        var stored = await mine.FindOwnAsync(Id, cancellationToken);
        if (stored is not null && !stored.IsIn("draft", "returned"))
            return RedirectToPage("/Outbound/Details", new { id = stored.Id });
        RecordSaved? saved = null;
        if (await TryAsync(async () => saved = await applications.ApplyAsync(programme, stored, Request.Form, cancellationToken)) is { } refusal)
            return await LoadAsync(RecordFormTexts.Of(Request.Form), cancellationToken) ? Answer(refusal) : NotFound();
        TempData["Success"] = $"已报名“{programme.Record.Title}”，编号 {saved!.Record.No}。学院审核后会通知您。";
        return RedirectToPage("/Outbound/Details", new { id = saved.Record.Id });
    }

    private async Task<bool> LoadAsync(RecordFormTexts? posted, CancellationToken cancellationToken)
    {
        if (await mine.FindOpenAsync(Id, cancellationToken) is not { } programme)
            return false;
        Programme = programme;
        (Needed, More) = await applications.FormsAsync(await mine.FindOwnAsync(Id, cancellationToken), posted, cancellationToken);
        return true;
    }
}
