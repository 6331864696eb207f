using Portal.GraduationClearance.Imports;

namespace Portal.GraduationClearance.Pages.ImportLog;

/// <summary>导入记录: one's own imports, for administrators all, the newest first.</summary>
[RequirePermission(Permissions.ViewImports)]
public sealed class IndexModel(ImportQueries imports) : PageModel
{
    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public IReadOnlyList<ImportBatch> Imports { get; private set; } = [];

    public bool HasNext { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await imports.ListAsync(null, Before, ImportQueries.PageSize + 1, cancellationToken);
        HasNext = found.Count > ImportQueries.PageSize;
        Imports = [.. found.Take(ImportQueries.PageSize)];
    }
}
