using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Forms;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>One stay abroad as its student sees it: where it stands, what to do next, check-ins, study plan, report.</summary>
[RequirePermission(Permissions.Student)]
internal sealed class DetailsModel(
    RecordQueries records, RecordActionService actions, RecordFactService facts, MyOutboundQueries mine, CheckInCommands checkIns, RecognitionDraftCommands recognitions,
    IUnitContext context, LocalTime local) : RecordCommandPageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    public RecordDetails Details { get; private set; } = null!;

    public RecordView Student => Details.Record;

    public RecordActions Actions { get; private set; } = null!;

    public RecordFacts Facts { get; private set; } = null!;

    public RecordView? Recognition { get; private set; }

    public bool MayPlan => Details.Kept.Any(kept => kept.Id == "coursePlan") && Student.Bool("creditBearing");

    public bool MayApplyForCredits => Student.IsIn("back", "recognised") && Student.Bool("creditBearing") && Recognition is null;

    /// <summary>When the next check-in is due; null when none is.</summary>
    public RecordDeadline? NextCheckIn => Details.Deadlines.FirstOrDefault(due => due.IsOpen && due.Label == CheckIns.Due.Label);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCheckInAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        RecordSaved? saved = null;
        if (await TryAsync(async () => saved = await checkIns.AddAsync(Student, Version, [.. Request.Form], cancellationToken)) is { } refusal)
            return Answer(refusal);
        TempData["Success"] = CheckIns.Last(saved!.Record)!.Bool("safe") ? "签到已收到。" : "签到已收到，学生工作部、国际交流处和学院已接到通知，会马上联系您。";
        return RedirectToPage("/Outbound/Details", new { Id });
    }

    public async Task<IActionResult> OnPostRecogniseAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !MayApplyForCredits)
            return NotFound();
        RecordView? draft = null;
        if (await TryAsync(async () => draft = await recognitions.BeginAsync(Student, cancellationToken)) is { } refusal)
            return Answer(refusal);
        TempData["Success"] = "已按学习计划带出课程。请填写原成绩，保存后上传成绩单，再提交。";
        return LocalRedirect($"~{RecordAddress.EditOf(CreditRecognitionType.TypeKey, draft!.Id)}");
    }

    /// <summary>What stands in an input of the check-in.</summary>
    public string Typed(string name, string otherwise = "") => Request.HasFormContentType ? Request.Form[name].ToString() : otherwise;

    public string Today => $"{local.Today:yyyy-MM-dd}";

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await records.FindAsync(OutboundStudentType.TypeKey, Id, cancellationToken) is not { } details || details.Record.Row.PersonId != context.Person?.Id)
            return false;
        Details = details;
        Actions = await actions.BuildAsync(details, null, new(), null, cancellationToken);
        var all = await facts.OfAsync(details, cancellationToken);
        Facts = all with { Tables = [.. all.Tables.Where(table => table.Id != "coursePlan")] };
        Recognition = await mine.FindRecognitionAsync(Id, cancellationToken);
        return true;
    }
}
