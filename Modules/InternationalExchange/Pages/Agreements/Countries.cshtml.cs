using Portal.InternationalExchange.Agreements;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;

namespace Portal.InternationalExchange.Pages.Agreements;

/// <summary>有效协议国别表: where the school has agreements in force today.</summary>
[RequireSignedIn]
internal sealed class CountriesModel(ActiveAgreementQueries agreements, RecordCatalog catalog, RecordAccess access) : PageModel
{
    public IReadOnlyList<CountryAgreements> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var reach = access.ReachOf(catalog.Get(AgreementType.TypeKey));
        if (!reach.IsAny)
            return NotFound();
        Rows = await agreements.ListAsync(RecordReachSql.Of(reach), reach.UnitIds, cancellationToken);
        return Page();
    }
}
