using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Navigation;
using Portal.Security;
using Portal.Units;

namespace Portal.Host.Pages;

[RequireSignedIn]
internal sealed class IndexModel(INavigationManager navigation, IUnitContext context) : PageModel
{
    public IUnitContext Context { get; } = context;

    public IReadOnlyList<MenuItem> Menu { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Menu = await navigation.BuildMenuAsync("main", cancellationToken);
}
