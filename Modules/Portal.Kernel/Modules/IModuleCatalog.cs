using System.Reflection;

namespace Portal.Modules;

/// <summary>All modules and themes of this process in dependency order, frozen when start-up ends.</summary>
public interface IModuleCatalog
{
    /// <summary>Also those that are not loaded, each with its reason.</summary>
    IReadOnlyList<ModuleDescriptor> Modules { get; }

    /// <summary>By id, whatever its case; null when there is none.</summary>
    ModuleDescriptor? Find(string id);

    /// <summary>The module an assembly belongs to; null for kernel, toolkit and host.</summary>
    ModuleDescriptor? FindByAssembly(Assembly assembly);
}
