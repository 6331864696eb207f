using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Benchmarks.Pages;

[Authorize]
public sealed class ListModel(BareList list) : PageModel
{
    public IEnumerable<BareRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await list.ReadAsync(cancellationToken);
}
