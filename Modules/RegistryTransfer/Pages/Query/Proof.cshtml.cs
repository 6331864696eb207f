using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Reviews;
using Portal.Toolkit.Sheets;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>办结证明 for the parents: the record has moved, and how to check that the sheet is genuine.</summary>
[RequirePermission(Permissions.Query)]
internal sealed class ProofModel(ApplicationDetailsQueries applications, ReviewQueries reviews, SheetCodeService codes) : SheetPageModel(applications, reviews, codes)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Application.Status == ApplicationStatus.Completed)
            return Page();
        TempData["Error"] = $"业务还没有办结（{Application.StatusText}），调档完毕后才能打印办结证明。";
        return RedirectToPage("/Query/Details", new { kind = KindSlug, id = Id });
    }
}
