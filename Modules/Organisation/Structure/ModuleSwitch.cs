using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Portal.Organisation.Structure;

internal sealed class ModuleSwitch(SnapshotStore store, IModuleCatalog catalog, IConfiguration configuration, ILogger<ModuleSwitch> logger) : IModuleSwitch
{
    public bool IsEnabled(string moduleId, long unitId) => Decide(moduleId, unitId).IsEnabled;

    /// <summary>The effective state and what brought it about, for the switches page.</summary>
    public SwitchDecision Decide(string moduleId, long unitId)
    {
        try
        {
            return Decide(moduleId, unitId, []);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The switch of {Module} at unit {Unit} could not be read; it counts as off", moduleId, unitId);
            return new(false, SwitchReason.Unknown);
        }
    }

    /// <summary>The unit above this one whose lock leaves nothing to decide here.</summary>
    public Unit? LockedAbove(string moduleId, long unitId) =>
        store.Current.PathTo(unitId).SkipLast(1).FirstOrDefault(unit => store.Current.FindSwitch(unit.Id, moduleId) is { Locked: true });

    private SwitchDecision Decide(string moduleId, long unitId, HashSet<string> visited)
    {
        if (catalog.Find(moduleId) is not { State: ModuleState.Loaded, Manifest: { } manifest } module || !visited.Add(module.Id))
            return new(false, SwitchReason.NotLoaded);
        if (manifest.IsAlwaysEnabled)
            return new(true, SwitchReason.AlwaysEnabled);
        var own = Walk(module.Id, store.Current.PathTo(unitId));
        if (!own.IsEnabled)
            return own;
        var missing = manifest.Dependencies.FirstOrDefault(dependency => !Decide(dependency, unitId, [.. visited]).IsEnabled);
        return missing is null ? own : new(false, SwitchReason.DependencyOff) { DependencyId = missing };
    }

    private SwitchDecision Walk(string moduleId, IReadOnlyList<Unit> path)
    {
        if (path.Count == 0)
            return new(false, SwitchReason.Unknown);
        var decision = new SwitchDecision(configuration.GetValue($"Portal:Modules:{moduleId}:Enabled", false), SwitchReason.Default);
        foreach (var unit in path)
        {
            if (store.Current.FindSwitch(unit.Id, moduleId) is not { } row)
                continue;
            decision = new(row.Enabled, SwitchReason.Row) { UnitId = unit.Id, IsLocked = row.Locked };
            if (row.Locked)
                break;
        }

        return decision;
    }
}
