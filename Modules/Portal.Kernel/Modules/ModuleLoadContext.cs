using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;

namespace Portal.Modules;

/// <summary>Shares whatever the host has and loads the rest from the module's own folder. Not collectible: MVC keeps references for ever.</summary>
internal sealed class ModuleLoadContext(string assemblyPath) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assemblyPath))
{
    private readonly AssemblyDependencyResolver _resolver = CreateResolver(assemblyPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (FileNotFoundException)
        {
            return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
        }
    }

    private static AssemblyDependencyResolver CreateResolver(string assemblyPath)
    {
        // The resolver's native code ends the whole process on a description of the wrong shape.
        var description = Path.ChangeExtension(assemblyPath, ".deps.json");
        using var json = JsonDocument.Parse(File.ReadAllBytes(description));
        var isComplete = json.RootElement.TryGetProperty("runtimeTarget", out var target)
            && json.RootElement.TryGetProperty("targets", out var targets)
            && targets.TryGetProperty(target.GetProperty("name").GetString()!, out var libraries)
            && libraries.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("libraries", out var known)
            && known.EnumerateObject().All(library => library.Value.TryGetProperty("type", out _));
        return isComplete ? new(assemblyPath) : throw new InvalidDataException($"{description} 不完整。");
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
