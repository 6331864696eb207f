using Microsoft.AspNetCore.RateLimiting;
using Portal.GraduationClearance.Certificates;
using Portal.Web;

namespace Portal.GraduationClearance.Pages.Certificates;

/// <summary>证书发放: the desk where a student is found; one hit opens at once.</summary>
[RequirePermission(Permissions.ViewCertificates)]
[EnableRateLimiting(RateLimits.LookUp)]
public sealed class IndexModel(CertificateStudentQueries students, RegisterQueries register, IUnitContext context) : PageModel
{
    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    public IReadOnlyList<CertificateStudent> Hits { get; private set; } = [];

    public IReadOnlyList<RegisterRow> Recent { get; private set; } = [];

    public bool MayIssue => context.Has(Permissions.IssueCertificates);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(Search))
        {
            Hits = await students.SearchAsync(Search.Trim(), cancellationToken);
            if (Hits is [var only])
                return RedirectToPage("/Certificates/Student", new { id = only.Id });
        }

        Recent = await register.ListRecentAsync(cancellationToken);
        return Page();
    }
}
