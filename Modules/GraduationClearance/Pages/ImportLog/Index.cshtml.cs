using Portal.GraduationClearance.Imports;
using Portal.Toolkit.Imports;

namespace Portal.GraduationClearance.Pages.ImportLog;

/// <summary>导入记录: one's own imports, for administrators all, the newest first.</summary>
[RequirePermission(Permissions.ViewImports)]
public sealed class IndexModel(DecisionImportQueries imports, ImportRecordService records) : PageModel
{
    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public ImportListView Imports { get; private set; } = new() { Rows = [] };

    public bool HasNext { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await imports.ListAsync(null, Before, KeysetPage.Take, cancellationToken);
        HasNext = found.Count > KeysetPage.Size;
        Imports = records.Show(found.Take(KeysetPage.Size), Url);
    }
}
