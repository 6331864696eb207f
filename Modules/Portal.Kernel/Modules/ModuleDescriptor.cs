using System.Reflection;
using Portal.Modules.Manifest;

namespace Portal.Modules;

/// <summary>Where a module came from.</summary>
public enum ModuleSource
{
    Referenced,
    DropIn,
}

/// <summary>What became of a module when the process started.</summary>
public enum ModuleState
{
    Loaded,

    /// <summary>Configured not to load: <c>Portal:Modules:{id}:Load=false</c>.</summary>
    Disabled,

    /// <summary>Built against a newer kernel, or types are missing.</summary>
    NotSupported,

    Failed,
}

/// <summary>A module as this process knows it.</summary>
public sealed class ModuleDescriptor
{
    public required string Id { get; init; }

    /// <summary>Null when not even the manifest could be read.</summary>
    public ModuleAttribute? Manifest { get; init; }

    public Assembly? Assembly { get; init; }

    /// <summary>Folder of a drop-in module; null for a referenced one.</summary>
    public string? Directory { get; init; }

    public required ModuleSource Source { get; init; }

    public ModuleState State { get; internal set; } = ModuleState.Loaded;

    /// <summary>Why the module is not <see cref="ModuleState.Loaded"/>, in Chinese, for the modules page.</summary>
    public string? Reason { get; internal set; }

    public string Name => Manifest?.Name ?? Id;

    public bool IsTheme => Manifest is ThemeAttribute;

    internal StartupBase? Startup { get; init; }

    internal void Fail(ModuleState state, string reason)
    {
        State = state;
        Reason = Reason is null ? reason : $"{Reason}\n{reason}";
    }
}
