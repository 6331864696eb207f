using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.Configuration;
using Portal.Modules.Manifest;

namespace Portal.Modules;

/// <summary>Finds the modules: those the host was built with, then those dropped into the modules folder.</summary>
internal sealed class ModuleLoader(IConfiguration configuration)
{
    /// <summary>Name under which the host's build stamps each referenced module into the host assembly.</summary>
    private const string StampName = "Portal.Module";

    public ModuleCatalog Load(Assembly host, string modulesDirectory)
    {
        var modules = new List<ModuleDescriptor>();
        var foundations = new List<Assembly>();
        foreach (var name in StampedNames(host))
        {
            if (Describe(() => Assembly.Load(name), name, ModuleSource.Referenced, null) is { } module)
                modules.Add(module);
            else
                foundations.Add(Assembly.Load(name));
        }

        foreach (var (name, path) in DropIns(modulesDirectory))
        {
            if (!File.Exists(path))
            {
                modules.Add(Broken(name, null, ModuleSource.DropIn, path, ModuleState.Failed, "文件夹里没有模块：需要 dotnet publish 的全部输出，包括 .dll 和同名的 .deps.json。"));
                continue;
            }

            var twin = modules.FirstOrDefault(module => module.Assembly?.GetName().Name == name);
            if (twin is { Source: ModuleSource.Referenced })
                modules.Add(Broken(name, null, ModuleSource.DropIn, Path.GetDirectoryName(path), ModuleState.Failed, "同名模块已内置，外加的没有加载。"));
            else if (twin is null && Describe(() => new ModuleLoadContext(path).LoadFromAssemblyPath(path), name, ModuleSource.DropIn, Path.GetDirectoryName(path)) is { } module)
                modules.Add(module);
        }

        FailDoubledIds(modules);
        return new ModuleCatalog(ModuleOrder.Sort(modules), foundations);
    }

    private static IEnumerable<string> StampedNames(Assembly host) => host
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(attribute => attribute.Key == StampName)
        .Select(attribute => attribute.Value!)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Path)> DropIns(string directory) => !Directory.Exists(directory)
        ? []
        : Directory.EnumerateDirectories(directory)
            .Order(StringComparer.Ordinal)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.deps.json")
                .Select(file => file[..^".deps.json".Length])
                .Where(path => File.Exists($"{path}.dll"))
                .Select(path => (Path.GetFileName(path), $"{path}.dll"))
                .DefaultIfEmpty((Path.GetFileName(folder), folder)));

    private ModuleDescriptor? Describe(Func<Assembly> load, string name, ModuleSource source, string? directory)
    {
        Assembly? assembly = null;
        try
        {
            assembly = load();
            var manifest = assembly.GetCustomAttribute<ModuleAttribute>();
            if (manifest is null && source == ModuleSource.Referenced)
                return null;
            if (manifest is null)
                return Broken(name, assembly, source, directory, ModuleState.NotSupported, "没有模块清单（Manifest.cs 里的 [Module]）。");
            if (!configuration.GetValue($"Portal:Modules:{manifest.Id}:Load", true))
                return Broken(manifest.Id, assembly, source, directory, ModuleState.Disabled, "配置为不加载。", manifest);
            if (source == ModuleSource.DropIn)
                RequireReferences(assembly);
            var startup = assembly.GetTypes().FirstOrDefault(type => type.IsSubclassOf(typeof(StartupBase)) && !type.IsAbstract);
            return new ModuleDescriptor
            {
                Id = manifest.Id,
                Manifest = manifest,
                Assembly = assembly,
                Directory = directory,
                Source = source,
                Startup = startup is null ? null : (StartupBase)Activator.CreateInstance(startup)!,
            };
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or TypeLoadException or ReflectionTypeLoadException or MissingMemberException or BadImageFormatException)
        {
            return Broken(name, assembly, source, directory, ModuleState.NotSupported, $"与本门户的版本不兼容：{exception.Message}");
        }
        catch (Exception exception)
        {
            return Broken(name, assembly, source, directory, ModuleState.Failed, $"加载失败：{exception.GetBaseException().Message}");
        }
    }

    // Otherwise a missing file would show itself only when somebody opens the page that needs it.
    private static void RequireReferences(Assembly assembly)
    {
        var context = AssemblyLoadContext.GetLoadContext(assembly)!;
        foreach (var reference in assembly.GetReferencedAssemblies())
            context.LoadFromAssemblyName(reference);
    }

    private static ModuleDescriptor Broken(
        string id, Assembly? assembly, ModuleSource source, string? directory, ModuleState state, string reason, ModuleAttribute? manifest = null)
    {
        var module = new ModuleDescriptor { Id = id, Manifest = manifest, Assembly = assembly, Source = source, Directory = directory };
        module.Fail(state, reason);
        return module;
    }

    private static void FailDoubledIds(List<ModuleDescriptor> modules)
    {
        foreach (var doubled in modules.GroupBy(module => module.Id, StringComparer.OrdinalIgnoreCase).SelectMany(group => group.Skip(1)))
            doubled.Fail(ModuleState.Failed, $"模块标识 {doubled.Id} 已被另一个模块使用。");
    }
}
