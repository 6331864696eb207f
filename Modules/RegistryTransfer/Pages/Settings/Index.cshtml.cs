using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Purge;
using Portal.RegistryTransfer.Reviewing;
using Portal.RegistryTransfer.Rules;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Pages.Settings;

/// <summary>转学设置: windows, rules, who supervises, grades, values; the country's by the ministry, a province's by its bureau.</summary>
[RequirePermission(Permissions.ConfigureProvince)]
internal sealed class IndexModel(ConfigQueries queries, ConfigCommands commands, OptionCommands options) : PageModel
{
    // Four parties with ten working days each: an application that is in time everywhere is not purged.
    private const int LeastAge = 60;

    public ConfigScope Scope { get; private set; } = null!;

    public IReadOnlyList<BusinessWindow> Windows { get; private set; } = [];

    public IReadOnlyList<TransferRule> Rules { get; private set; } = [];

    public IReadOnlyList<SupervisionRuleRow> Supervision { get; private set; } = [];

    public IReadOnlyList<GradeMappingRow> Mappings { get; private set; } = [];

    public IReadOnlyList<ConfigOption> Options { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindScopeAsync(cancellationToken) is not { } scope)
            return NotFound();
        await LoadAsync(scope, cancellationToken);
        return Page();
    }

    /// <summary>What a refused save brought; it stays in its form.</summary>
    public (string Name, string Value, string Note)? Typed { get; private set; }

    public async Task<IActionResult> OnPostOptionAsync(string name, int version, string? value, string? note, CancellationToken cancellationToken)
    {
        if (await queries.FindScopeAsync(cancellationToken) is not { } scope)
            return NotFound();
        await LoadAsync(scope, cancellationToken);
        var (text, words) = (value?.Trim() ?? "", note?.Trim() ?? "");
        Typed = (name, text, words);
        if (Options.FirstOrDefault(option => option.Name == name) is not { } option)
            return NotFound();
        if (text.Length > 0 && !option.Takes(text))
            ModelState.AddModelError(name, option.Bounds);
        else if (words.Length > 300)
            ModelState.AddModelError(name, "依据、说明不超过 300 字");
        if (!ModelState.IsValid)
            return this.Refused();
        try
        {
            await options.SetAsync(scope, name, version, text, words, cancellationToken);
        }
        catch (StaleException stale)
        {
            ModelState.AddModelError(name, $"{stale.Message} 现在保存的是：{option.Stored?.Value ?? "默认值"}。再次保存即以您填写的为准。");
            return this.Stale();
        }

        TempData["Success"] = "参数已保存，立即生效。";
        return RedirectToPage();
    }

    /// <summary>Switches a mapping of the own scope on or off; a province makes a row of its own from a national one.</summary>
    public async Task<IActionResult> OnPostMappingAsync(long id, int version, CancellationToken cancellationToken)
    {
        if (await queries.FindScopeAsync(cancellationToken) is not { } scope)
            return NotFound();
        await LoadAsync(scope, cancellationToken);
        if (Mappings.FirstOrDefault(mapping => mapping.Id == id) is not { } row)
            return NotFound();
        var switched = row with { IsActive = !row.IsActive };
        try
        {
            await (scope.Owns(row.ProvinceId)
                ? commands.UpdateAsync(scope, row, version, switched, cancellationToken)
                : commands.AddAsync(scope, switched, cancellationToken));
        }
        catch (Exception refusal) when (refusal is RefusedException or StaleException)
        {
            await LoadAsync(scope, cancellationToken);
            ModelState.AddModelError("", refusal.Message);
            return this.Stale();
        }

        TempData["Success"] = "学制对应已保存。";
        return RedirectToPage();
    }

    private async Task LoadAsync(ConfigScope scope, CancellationToken cancellationToken)
    {
        Scope = scope;
        Windows = await queries.WindowsAsync(scope, cancellationToken);
        Rules = await queries.RulesAsync(scope, cancellationToken);
        Supervision = await queries.SupervisionAsync(scope, cancellationToken);
        Mappings = await queries.MappingsAsync(scope, cancellationToken);
        var stored = await queries.OptionsAsync(scope, cancellationToken);
        ConfigOption[] known = scope.IsNation
            ? [new(LookUpCommands.LimitSetting, "每人每小时查询学生未查到的次数上限", 30, 1, 1000), new(PurgeQueries.MaxAgeSetting, "申请发起后多少天未办完即超期清理", 165, LeastAge, 3650)]
            : [new(StepUnits.ProvinceSetting(scope.ProvinceId), "省级加一道核办（1 为加，0 为不加）", 0, 0, 1)];
        Options = [.. known.Select(option => option with { Stored = stored.FirstOrDefault(row => row.Name == option.Name) })];
    }
}
