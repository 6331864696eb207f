using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Roster;
using Portal.Jobs;
using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Pages.Schemes.Roster;

/// <summary>Starts 初始化离校数据 and shows how far it is; the address survives reload and restart.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class InitialiseModel(SchemeQueries schemes, InitialisationCommands commands, IJobQueue jobs) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public JobProgressView Progress { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long scheme, long job, CancellationToken cancellationToken)
    {
        if (await schemes.FindAsync(scheme, cancellationToken) is not { } found
            || await jobs.FindAsync(job, cancellationToken) is not { } status
            || status.Title != InitialisationCommands.TitleOf(found))
        {
            return NotFound();
        }

        Progress = new JobProgressView
        {
            Title = status.Title,
            Done = status.Done,
            Total = status.Total,
            Message = status.Message,
            PollUrl = Url.Page("/Schemes/Roster/Initialise", new { scheme, job })!,
            IsEnded = status.HasEnded,
            HasFailed = status.State == JobState.Failed,
            ContinueUrl = Url.Page("/Schemes/Details", new { id = scheme }),
            ContinueText = "返回方案",
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long scheme, CancellationToken cancellationToken)
    {
        if (await schemes.FindAsync(scheme, cancellationToken) is not { } found)
            return NotFound();
        var job = await commands.EnqueueAsync(found, cancellationToken);
        var status = await jobs.WaitAsync(job, Patience, cancellationToken);
        if (status is not { HasEnded: true })
            return RedirectToPage(new { scheme, job });
        TempData[status.State == JobState.Failed ? "Error" : "Success"] = status.Message;
        return RedirectToPage("/Schemes/Details", new { id = scheme });
    }
}
