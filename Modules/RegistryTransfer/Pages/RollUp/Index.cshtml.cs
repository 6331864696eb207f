using Portal.Jobs;
using Portal.RegistryTransfer.RollUp;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.RollUp;

/// <summary>毕业与全国统一升级: what is due, what was done, and the start by hand should the scheduled one have failed.</summary>
[RequirePermission(Permissions.ConfigureNation)]
internal sealed class IndexModel(RollUpQueries queries, RollUpCommands commands, IJobQueue jobs, LocalTime time) : PageModel
{
    [FromQuery(Name = "job")]
    public long? JobId { get; set; }

    public int SchoolYear => time.Today.Year;

    public IReadOnlyList<RollUpRun> Runs { get; private set; } = [];

    public IReadOnlyDictionary<RollUpPhase, IReadOnlyList<RollUpCount>> Previews { get; private set; } = new Dictionary<RollUpPhase, IReadOnlyList<RollUpCount>>();

    public JobProgressView? Progress { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>The phase of this year may be started by hand: its day has come and nobody started it.</summary>
    public bool MayStart(RollUpPhase phase) => time.Today >= RollUpRules.Begins(phase, SchoolYear) && Runs.All(run => run.SchoolYear != SchoolYear || run.Phase != phase);

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostStartAsync(RollUpPhase phase, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!MayStart(phase))
        {
            Problem = $"现在不能办理{SchoolYear}年{RollUpRules.Word(phase)}：日期未到（{RollUpRules.Begins(phase, SchoolYear):M月d日}起），或者已经办过。";
            Response.StatusCode = 409;
            return Page();
        }

        try
        {
            return RedirectToPage(new { job = await commands.StartAsync(SchoolYear, phase, cancellationToken) });
        }
        catch (Exception refusal) when (refusal is RefusedException || DatabaseErrors.IsUniqueViolation(refusal))
        {
            (Problem, Response.StatusCode) = (refusal is RefusedException ? refusal.Message : "刚刚已由他人开始办理，每学年只办一次。", 409);
            return Page();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Runs = await queries.ListAsync(cancellationToken);
        if (JobId is { } id && await jobs.FindAsync(id, cancellationToken) is { } job)
        {
            Progress = new()
            {
                Title = job.Title,
                Done = job.Done,
                Total = job.Total,
                Message = job.Message,
                PollUrl = Url.Page("/RollUp/Index", new { job = id })!,
                IsEnded = job.HasEnded,
                HasFailed = job.State == JobState.Failed,
            };
        }

        // A preview goes through every enrolment of the country: not for a phase that has begun, and not while the page keeps asking for the progress.
        var previews = new Dictionary<RollUpPhase, IReadOnlyList<RollUpCount>>();
        foreach (var phase in Enum.GetValues<RollUpPhase>())
        {
            if (Runs.Any(run => run.SchoolYear == SchoolYear && run.Phase == phase))
                previews[phase] = [];
            else if (Progress is not { IsEnded: false })
                previews[phase] = await queries.PreviewAsync(SchoolYear, phase, cancellationToken);
        }

        Previews = previews;
    }
}
