using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
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

    public ErrorView View => ErrorView.For(Status, Status >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null);
}
