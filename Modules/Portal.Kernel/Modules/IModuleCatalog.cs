using System.Reflection;

namespace Portal.Modules;

/// <summary>All modules and themes of this process in dependency order, frozen when start-up ends.</summary>
public interface IModuleCatalog
{
    IReadOnlyList<ModuleDescriptor> Modules { get; }

    ModuleDescriptor? Find(string id);

    /// <summary>The module an assembly belongs to; null for kernel, toolkit and host.</summary>
    ModuleDescriptor? FindByAssembly(Assembly assembly);
}
