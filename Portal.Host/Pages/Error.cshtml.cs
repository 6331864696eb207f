using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Toolkit.Components;
using Portal.Units;

namespace Portal.Host.Pages;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel(IUnitContext context) : PageModel
{
    [FromRoute]
    public int Status { get; set; }

    public bool IsStranger => context.Person is null;

    // After an exception the address always says 500; the answer's own status knows better.
    private int Code => HttpContext.Features.Get<IExceptionHandlerFeature>() is null ? Status : Response.StatusCode;

    public ErrorView View => ErrorView.For(Code, Code >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null);
}
