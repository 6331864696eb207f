using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Components;

namespace Portal.InternationalExchange.Pages.Teachers;

/// <summary>外籍教师聘用进度: everybody by stage, whose turn it is, and what the plans still allow.</summary>
[RequireSignedIn]
internal sealed class IndexModel(TeacherListQueries teachers, TeacherExportService export) : PageModel
{
    /// <summary>Key of a stage; null for all.</summary>
    [FromQuery(Name = "stage")]
    public string? Stage { get; set; }

    public IReadOnlyList<TeacherRow> Rows { get; private set; } = [];

    public IReadOnlyList<Headcount> Headcounts { get; private set; } = [];

    public CounterCards Counters { get; private set; } = new() { Cards = [] };

    public bool ShowsPermits => teachers.ShowsPermits;

    public bool MayCreate => teachers.MayCreate;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!teachers.MayOpen)
            return NotFound();
        var all = await teachers.ListAsync(cancellationToken);
        Rows = [.. all.Where(row => Stage is null || row.Stage.Key == Stage)];
        Headcounts = await teachers.HeadcountsAsync(cancellationToken);
        Counters = new()
        {
            Title = "招聘与聘用阶段",
            Cards =
            [
                .. TeacherStages.All.Select(stage => new CounterCard
                {
                    Label = stage.Label,
                    Value = $"{all.Count(row => row.Stage == stage)}",
                    Unit = "人",
                    Kind = stage.Key == "in-post" ? StateKind.Passed : StateKind.Mine,
                    Url = Url.Page("/Teachers/Index", new { stage = stage.Key }),
                    IsActive = Stage == stage.Key,
                }),
            ],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken) => teachers.MayOpen ? await export.FileAsync(Stage, cancellationToken) : NotFound();
}
