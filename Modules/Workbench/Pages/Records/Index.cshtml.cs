using Portal.Toolkit.Components;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Imports;
using Portal.Toolkit.Records.Lists;

namespace Portal.Workbench.Pages.Records;

/// <summary>The records of a type that the current post may read.</summary>
[RequireSignedIn]
internal sealed class IndexModel(
    RecordTypeService types, RecordListQueries records, RecordCountQueries counts, RecordFilterQueries saved, RecordFilterCommands filters, RecordExportService export,
    RecordImportService imports, RecordAccess access, RecordTextService texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public RecordFilter Filter { get; set; } = new();

    [FromQuery(Name = "after")]
    public long? After { get; set; }

    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public RecordType Type { get; private set; } = null!;

    public string BookTitle => types.TitleOf(Type);

    public KeysetPage<RecordListRow> List { get; private set; } = KeysetPage.Empty<RecordListRow>();

    public CounterCards? Counters { get; private set; }

    public IReadOnlyList<(long Id, string Name)> Units { get; private set; } = [];

    public IReadOnlyList<SavedRecordFilter> Saved { get; private set; } = [];

    public IReadOnlyList<RecordState> States => RecordCountQueries.StatesOf(Type);

    public Field? KindField => Type.KindField is { } id ? Type.Find(id) : null;

    /// <summary>Columns of the type's own; sensitive values are in no list.</summary>
    public IReadOnlyList<Field> Columns => [.. Type.Fields.Where(known => known is { InList: true, Sensitive: false } && known.Id != Type.KindField)];

    public bool MayCreate => access.MayCreate(Type);

    public bool MayImport => imports.MayImport(Type);

    public async Task<IActionResult> OnGetAsync(string type, CancellationToken cancellationToken) =>
        Find(type) ? await ShowAsync(cancellationToken) : NotFound();

    /// <summary>导出 of what the filter shows, all pages of it.</summary>
    public async Task<IActionResult> OnPostExportAsync(string type, CancellationToken cancellationToken) =>
        Find(type) ? await export.FileAsync(Type, Filter, cancellationToken) : NotFound();

    /// <summary>Saves the filter of the address under a name.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string type, string? name, CancellationToken cancellationToken)
    {
        if (!Find(type))
            return NotFound();
        try
        {
            await filters.SaveAsync(Type, name, Filter, cancellationToken);
            TempData["Success"] = "筛选已保存。";
            return LocalRedirect(Address(Filter.Route()));
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError("name", refusal.Message);
            Response.StatusCode = 422;
            return await ShowAsync(cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostForgetAsync(string type, long id, CancellationToken cancellationToken)
    {
        if (!Find(type))
            return NotFound();
        await filters.DeleteAsync(id, cancellationToken);
        return LocalRedirect(Address(Filter.Route()));
    }

    public string Text(Field field, RecordListRow row) => row.Shows(field) ? texts.Of(field, row.Values) : "";

    public string UnitName(long id) => texts.UnitName(id);

    /// <summary>The list with these conditions.</summary>
    public string Address(Dictionary<string, string> route) => Url.Page("/Records/Index", Route(route))!;

    public Dictionary<string, string> Route(Dictionary<string, string> route) => new(route) { ["type"] = Type.Key };

    /// <summary>The list with the conditions of the page and a key to go on from.</summary>
    public string PageAddress(string key, long id) => Address(new(Filter.Route()) { [key] = $"{id}" });

    private bool Find(string type)
    {
        if (types.Find(type) is not { } found)
            return false;
        Type = found;
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        List = await records.ListAsync(Type, Filter, After, Before, cancellationToken);
        Saved = await saved.ListAsync(Type, cancellationToken);
        Units = [.. (await counts.UnitsAsync(Type, cancellationToken)).Select(id => (id, UnitName(id)))];
        var states = await counts.ByStateAsync(Type, cancellationToken);
        Counters = states.Count == 0 ? null : new() { Cards = [.. states.Select(counted => Card(counted.State, counted.Count))] };
        return Page();
    }

    private CounterCard Card(RecordState state, int count) => new()
    {
        Label = state.Label,
        Value = count > RecordCountQueries.Most ? $"{RecordCountQueries.Most:N0}+" : $"{count:N0}",
        Unit = "条",
        Kind = state.Kind,
        Url = Address(new() { ["state"] = state.Key }),
        IsActive = Filter.State == state.Key && Filter.Route().Count == 1,
    };
}
