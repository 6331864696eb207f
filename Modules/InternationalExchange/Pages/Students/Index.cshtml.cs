using Portal.InternationalExchange.Dossiers;
using Portal.Toolkit.Components;

namespace Portal.InternationalExchange.Pages.Students;

/// <summary>留学生档案: who owes what, for every office of the measures; the counters are the lists each of them works through.</summary>
[RequireSignedIn]
internal sealed class IndexModel(StudentListQueries students, StudentExportService export) : PageModel
{
    private IReadOnlyList<StudentRow> _all = [];

    [BindProperty(SupportsGet = true)]
    public StudentFilter Filter { get; set; } = new();

    [FromQuery(Name = "from")]
    public int From { get; set; }

    public IReadOnlyList<StudentRow> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public bool HasNext => From + Rows.Count < Count;

    public bool ShowsPermits => students.ShowsPermits;

    public CounterCards Counters { get; private set; } = new() { Cards = [] };

    public IReadOnlyList<(long Id, string Name)> Colleges => [.. _all.Select(row => (row.CollegeId, row.CollegeName)).Distinct().OrderBy(pair => pair.CollegeName, StringComparer.Ordinal)];

    public IReadOnlyList<string> Owing => [.. _all.SelectMany(row => row.Checklist.Owed.Select(owed => owed.Key)).Distinct().OrderBy(UnitNames.Of, StringComparer.Ordinal)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!students.MayOpen)
            return NotFound();
        _all = await students.ListAsync(cancellationToken);
        StudentRow[] found = [.. _all.Where(Filter.Holds)];
        From = Math.Clamp(From, 0, found.Length);
        Count = found.Length;
        Rows = [.. found.Skip(From).Take(KeysetPage.Size)];
        Counters = new()
        {
            Cards =
            [
                Card("在册留学生", null, null),
                Card("未分配辅导员", StudentFilter.NoCounsellor, StateKind.Overdue),
                .. ShowsPermits ? [Card("居留许可将到期", StudentFilter.Permit, StateKind.Failed)] : Array.Empty<CounterCard>(),
                Card("材料不齐", StudentFilter.Incomplete, StateKind.SourceFault),
            ],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken) => students.MayOpen ? await export.FileAsync(Filter, cancellationToken) : NotFound();

    public string Address(int from) => Url.Page("/Students/Index", Filter.Route(("from", $"{from}")))!;

    private CounterCard Card(string label, string? list, StateKind? kind)
    {
        var count = _all.Count(new StudentFilter { List = list }.Holds);
        return new()
        {
            Label = label,
            Value = $"{count:N0}",
            Unit = "人",
            Kind = count > 0 ? kind : null,
            Url = Url.Page("/Students/Index", list is null ? null : new { list }),
            IsActive = Filter.List == list && Filter.Route().Count == (list is null ? 0 : 1),
        };
    }
}
