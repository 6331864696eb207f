using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Switches;

[RequirePermission(Permissions.ManageSwitches)]
internal sealed class IndexModel(IModuleCatalog catalog, ModuleSwitch moduleSwitch, SwitchCommands commands, SnapshotStore store, ReachService reach, IUnitTree tree) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? Unit { get; set; }

    public Unit Current { get; private set; } = null!;

    public IReadOnlyList<Unit> Children => tree.ChildrenOf(Current.Id);

    public IReadOnlyList<SwitchRow> Rows { get; private set; } = [];

    public IActionResult OnGet() => Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string module, string? state, bool locked, int version, CancellationToken cancellationToken)
    {
        if (!Load() || Switchable().FirstOrDefault(candidate => candidate.Id == module) is not { } chosen)
            return NotFound();
        if (state is not (null or "" or "on" or "off"))
            return BadRequest();
        bool? enabled = state switch { "on" => true, "off" => false, _ => null };
        try
        {
            await commands.SetAsync(chosen, Current, version, enabled, locked, cancellationToken);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("", refused.Message);
            return Page();
        }
        catch (StaleException)
        {
            Load();
            ModelState.AddModelError("", $"「{chosen.Name}」的开关刚被别人改动。下面是最新的状态，请核对后再改。");
            return Page();
        }

        TempData["Success"] = $"「{Current.Name}」的「{chosen.Name}」已改为{(enabled switch { null => "继承上级", true => "开启", false => "关闭" })}{(enabled is not null && locked ? "并锁定" : "")}，立即生效。";
        return RedirectToPage(new { Unit = Current.Id });
    }

    private bool Load()
    {
        if (reach.Find(Unit) is not { } current)
            return false;
        Current = current;
        Rows = [.. Switchable().Select(ToRow)];
        return true;
    }

    private IEnumerable<ModuleDescriptor> Switchable() => catalog.Modules
        .Where(module => module is { State: ModuleState.Loaded, IsTheme: false, Manifest.IsAlwaysEnabled: false })
        .OrderBy(module => module.Name, StringComparer.Ordinal);

    private SwitchRow ToRow(ModuleDescriptor module)
    {
        var own = store.Current.FindSwitch(Current.Id, module.Id);
        var decision = moduleSwitch.Decide(module.Id, Current.Id);
        return new SwitchRow
        {
            ModuleId = module.Id,
            Name = module.Name,
            Description = module.Manifest?.Description ?? "",
            IsEnabled = decision.IsEnabled,
            Explanation = Explain(decision),
            LockedAbove = moduleSwitch.LockedAbove(module.Id, Current.Id)?.Name,
            State = own is null ? "" : own.Enabled ? "on" : "off",
            Locked = own is { Locked: true },
            Version = own?.Version ?? 0,
        };
    }

    private string Explain(SwitchDecision decision) => decision.Reason switch
    {
        SwitchReason.Row => $"由 {tree.Find(decision.UnitId ?? 0)?.Name} {(decision.IsEnabled ? "开启" : "关闭")}{(decision.IsLocked ? "并锁定" : "")}",
        SwitchReason.Default => decision.IsEnabled ? "没有单位设置过，配置文件默认开启" : "没有单位开启过",
        SwitchReason.DependencyOff => $"依赖的「{catalog.Find(decision.DependencyId ?? "")?.Name ?? decision.DependencyId}」没有开启",
        SwitchReason.NotLoaded => "模块没有加载",
        _ => "状态读不出来，按关闭处理",
    };
}
