using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Web;

namespace Portal.Toolkit.Sheets;

/// <summary>
/// The page <c>/Verify/Index</c> of a module, where anybody who holds a printed sheet may check its code; it shows names in part only. The theme's
/// <c>_SheetCode</c> asks for the code and says when nothing stands behind it.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.LookUp)]
public abstract class SheetCodePageModel : PageModel
{
    /// <summary>As it was typed or read from the sheet.</summary>
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    /// <summary>Whether something stands behind the code.</summary>
    public abstract bool IsFound { get; }
}
