using Portal.InternationalExchange.Agreements;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Lists;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Agreements;

/// <summary>协议台账: what each agreement is worth today, and for how long.</summary>
[RequireSignedIn]
internal sealed class IndexModel(AgreementQueries agreements, AgreementExportService export, RecordCountQueries counts, RecordCatalog catalog, RecordAccess access, RecordTextService texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AgreementFilter Filter { get; set; } = new();

    [FromQuery(Name = "after")]
    public long? After { get; set; }

    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public KeysetPage<AgreementRow> List { get; private set; } = KeysetPage.Empty<AgreementRow>();

    public CounterCards Counters { get; private set; } = new() { Cards = [] };

    public IReadOnlyList<FieldChoice> Countries { get; private set; } = [];

    public IReadOnlyList<FieldChoice> Kinds => Type.Find("kind")!.Choices;

    public IReadOnlyList<(long Id, string Name)> Units { get; private set; } = [];

    public bool MayCreate => access.MayCreate(Type);

    private RecordType Type => catalog.Get(AgreementType.TypeKey);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!agreements.MayOpen)
            return NotFound();
        List = await agreements.ListAsync(Filter, After, Before, cancellationToken);
        Countries = await agreements.CountriesAsync(cancellationToken);
        Units = [.. (await counts.UnitsAsync(Type, cancellationToken)).Select(id => (id, texts.UnitName(id)))];
        Counters = Cards(await agreements.CountAsync(cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken) =>
        agreements.MayOpen ? await export.FileAsync(Filter, cancellationToken) : NotFound();

    private CounterCards Cards(IReadOnlyDictionary<AgreementEffect, int> numbers) => new()
    {
        Cards =
        [
            .. AgreementEffect.All.Select(effect => new CounterCard
            {
                Label = effect.Label,
                Value = $"{numbers[effect]:N0}",
                Unit = "份",
                Kind = numbers[effect] > 0 ? effect.Kind : null,
                Url = Url.Page("/Agreements/Index", new { effect = effect.Key }),
                IsActive = Filter.Effect == effect.Key && Filter.Route().Count == 1,
            }),
        ],
    };
}
