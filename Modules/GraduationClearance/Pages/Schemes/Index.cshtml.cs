using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Pages.Schemes;

[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class IndexModel(SchemeListQueries queries) : PageModel
{
    public IReadOnlyList<SchemeSummary> Schemes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Schemes = await queries.ListAsync(cancellationToken);
}
