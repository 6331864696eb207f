using Portal.RegistryTransfer.Purge;

namespace Portal.RegistryTransfer.Pages.Purge;

/// <summary>清理报告 for supervisors.</summary>
[RequirePermission(Permissions.Supervise)]
internal sealed class IndexModel(PurgeReportQueries report) : PageModel
{
    [FromQuery(Name = "after")]
    public long? After { get; set; }

    public KeysetPage<PurgeRow> List { get; private set; } = KeysetPage.Empty<PurgeRow>();

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = KeysetPage.Of(await report.ListAsync(After, KeysetPage.Take, cancellationToken), After is not null, backwards: false);
}
