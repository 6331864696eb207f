using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Pages.Schools;

/// <summary>调整隶属: places a school below another bureau; for who reaches both.</summary>
[RequirePermission(Permissions.ManageSchools)]
internal sealed class MoveModel(SchoolQueries schools, BureauListQueries bureaus, SchoolCommands commands, ScopeService scope) : PageModel
{
    private bool _isStale;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public long? BureauId { get; set; }

    [BindProperty]
    public string? RegionCode { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public SchoolRow School { get; private set; } = null!;

    public IReadOnlyList<BureauRow> Bureaus { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        (Version, RegionCode) = (School.Version, School.RegionCode);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var (region, reason) = (RegionCode?.Trim() ?? "", Reason?.Trim() ?? "");
        if (Bureaus.FirstOrDefault(row => row.Id == BureauId) is not { } bureau)
            ModelState.AddModelError(nameof(BureauId), "请从列出的教育局中选择");
        else if (region.Length != 6 || !region.All(char.IsAsciiDigit))
            ModelState.AddModelError(nameof(RegionCode), "行政区划代码须为 6 位数字");
        else if (reason.Length is < 2 or > 200)
            ModelState.AddModelError(nameof(Reason), "请填写原因，2 至 200 字");
        else if (await TryMoveAsync(bureau, region, reason, cancellationToken))
            return RedirectToPage("Edit", new { id = Id });
        return _isStale ? this.Stale() : this.Refused();
    }

    private async Task<bool> TryMoveAsync(BureauRow bureau, string region, string reason, CancellationToken cancellationToken)
    {
        try
        {
            await commands.MoveAsync(School, Version, bureau, region, reason, cancellationToken);
            TempData["Success"] = $"「{School.Name}」已调整到「{bureau.Name}」。已进入的核办环节不变。";
            return true;
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError(refusal.Field, refusal.Message);
        }
        catch (StaleException stale)
        {
            await LoadAsync(cancellationToken);
            ModelState.AddModelError("", stale.Message);
            ModelState.Remove(nameof(Version));
            Version = School.Version;
            _isStale = true;
        }

        return false;
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await schools.FindAsync(Id, cancellationToken) is not { } school || !scope.Covers(school.ParentId))
            return false;
        School = school;
        Bureaus = [.. (await bureaus.OfProvinceAsync(school.ProvinceId, cancellationToken)).Where(bureau => bureau.Id != school.ParentId && scope.Covers(bureau.Id))];
        return true;
    }
}
