using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Portal.RegistryTransfer.Sheets;
using Portal.Toolkit.Sheets;
using Portal.Web;

namespace Portal.RegistryTransfer.Pages.Verify;

/// <summary>Anybody who holds a 转学联系表 or a 办结证明 may check its code.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.LookUp)]
internal sealed class IndexModel(SheetCodeService codes, SheetCheckQueries sheets) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public SheetCheck? Sheet { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (codes.Read(SheetCheckQueries.Kind, Code) is { } applicationId)
            Sheet = await sheets.FindAsync(applicationId, cancellationToken);
    }
}
