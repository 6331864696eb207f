namespace Portal.Modules;

/// <summary>Whether a module is on for a unit. The one authority for gate, menu, to-dos and jobs.</summary>
public interface IModuleSwitch
{
    /// <summary>
    /// Walks from the root down to the unit; the nearest row wins, a locked row ends the walk, no row means off unless configured.
    /// A module that is not loaded, or whose dependency is off, is off. Fails closed.
    /// </summary>
    bool IsEnabled(string moduleId, long unitId);
}
