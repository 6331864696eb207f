using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Pages.Provinces;

/// <summary>省级单位: the 32 of the ministry's list. Every registrar of schools may read it.</summary>
[RequirePermission(Permissions.ManageSchools)]
internal sealed class IndexModel(ProvinceQueries provinces, ScopeService scope) : PageModel
{
    public IReadOnlyList<ProvinceRow> Rows { get; private set; } = [];

    public bool MayEdit => scope.IsNation;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await provinces.ListAsync(cancellationToken);
}
