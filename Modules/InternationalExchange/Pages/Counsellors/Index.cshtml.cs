using Portal.InternationalExchange.Students;

namespace Portal.InternationalExchange.Pages.Counsellors;

/// <summary>未分配辅导员: students whom 学生工作部（处） has still to give a counsellor (Art. 9(5)4).</summary>
[RequirePermission(Permissions.StudentAffairs)]
internal sealed class IndexModel(CounsellorQueries counsellors) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<UnassignedStudent> Students { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await counsellors.UnassignedAsync(Most + 1, cancellationToken);
        HasMore = found.Count > Most;
        Students = [.. found.Take(Most)];
    }
}
