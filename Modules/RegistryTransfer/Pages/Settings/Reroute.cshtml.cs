using Portal.RegistryTransfer.Schools;
using Portal.RegistryTransfer.Settings;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Pages.Settings;

/// <summary>调整核办单位: gives an entered step of the own province to another bureau of it.</summary>
[RequirePermission(Permissions.ConfigureProvince)]
internal sealed class RerouteModel(ConfigQueries queries, RerouteQueries applications, BureauListQueries bureaus, ReviewCommands reviews, LocalTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public long? UnitId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ConfigScope Scope { get; private set; } = null!;

    [FromQuery(Name = "after")]
    public long? After { get; set; }

    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public KeysetPage<WaitingApplication> Waiting { get; private set; } = KeysetPage.Empty<WaitingApplication>();

    public WaitingApplication? Application { get; private set; }

    /// <summary>Bureaus of the province other than the one that waits.</summary>
    public IReadOnlyList<BureauRow> Bureaus { get; private set; } = [];

    /// <summary>The last day of the time allowed, as the other pages show it.</summary>
    public string LastDay(WaitingApplication application) => application.DueAt is { } due ? $"{time.ToLocal(due.AddTicks(-1)):yyyy-MM-dd}" : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Version = Application?.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Application is not { } application)
            return NotFound();
        if (Bureaus.All(bureau => bureau.Id != UnitId))
            ModelState.AddModelError(nameof(UnitId), "请选择另一个教育局");
        if (Reason?.Trim() is not { Length: >= 2 and <= 200 })
            ModelState.AddModelError(nameof(Reason), "请填写原因，2 至 200 字");
        if (!ModelState.IsValid)
            return this.Refused();
        try
        {
            await reviews.ReassignAsync(application.ReviewId, Version, UnitId!.Value, Reason!.Trim(), cancellationToken);
            TempData["Success"] = $"{application.Number} 已改由{Bureaus.First(bureau => bureau.Id == UnitId).Name}核办，办理时限重新计算。";
            return RedirectToPage("Reroute", new { id = (long?)null });
        }
        catch (ReviewException refusal)
        {
            ModelState.AddModelError(refusal is ReviewRefusedException { Field: "reason" } ? nameof(Reason) : "", refusal.Message);
            Response.StatusCode = refusal.StatusCode;
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindScopeAsync(cancellationToken) is not { } scope)
            return false;
        Scope = scope;
        if (Id is null)
        {
            Waiting = await applications.ListAsync(scope, After, Before, cancellationToken);
            return true;
        }

        Application = await applications.FindAsync(scope, Id.Value, cancellationToken);
        if (Application is { } application)
            Bureaus = [.. (await bureaus.OfProvinceAsync(application.ProvinceId, cancellationToken)).Where(bureau => bureau.Id != application.WaitingUnitId)];
        return Application is not null;
    }
}
