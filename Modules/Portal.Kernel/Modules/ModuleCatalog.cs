using System.Reflection;

namespace Portal.Modules;

internal sealed class ModuleCatalog(IReadOnlyList<ModuleDescriptor> modules, IReadOnlyList<Assembly> foundations) : IModuleCatalog
{
    public IReadOnlyList<ModuleDescriptor> Modules { get; } = modules;

    /// <summary>Kernel and toolkit: referenced without being modules; their migrations run first.</summary>
    public IReadOnlyList<Assembly> Foundations { get; } = foundations;

    public IEnumerable<ModuleDescriptor> Loaded => Modules.Where(module => module.State == ModuleState.Loaded);

    public ModuleDescriptor? Find(string id) => Modules.FirstOrDefault(module => string.Equals(module.Id, id, StringComparison.OrdinalIgnoreCase));

    public ModuleDescriptor? FindByAssembly(Assembly assembly) => Modules.FirstOrDefault(module => module.Assembly == assembly);
}
