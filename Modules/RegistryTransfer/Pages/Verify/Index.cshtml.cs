using Portal.RegistryTransfer.Sheets;
using Portal.Toolkit.Sheets;

namespace Portal.RegistryTransfer.Pages.Verify;

/// <summary>Anybody who holds a 转学联系表 or a 办结证明 may check its code.</summary>
internal sealed class IndexModel(SheetCodeService codes, SheetCheckQueries sheets) : SheetCodePageModel
{
    public SheetCheck? Sheet { get; private set; }

    public override bool IsFound => Sheet is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (codes.Read(SheetCheckQueries.Kind, Code) is { } applicationId)
            Sheet = await sheets.FindAsync(applicationId, cancellationToken);
    }
}
