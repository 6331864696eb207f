namespace Portal.Organisation.Pages.Roles;

[RequirePermission(Permissions.ManageRoles)]
internal sealed class IndexModel(RoleQueries queries) : PageModel
{
    public IReadOnlyList<RoleRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await queries.ListAsync(cancellationToken);
}
