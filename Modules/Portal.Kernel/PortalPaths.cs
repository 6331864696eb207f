namespace Portal;

/// <summary>Folders beside appsettings.json.</summary>
public sealed class PortalPaths(string root, string modulesPath)
{
    public string Root { get; } = root;

    public string DataDirectory => Path.Combine(Root, "data");

    public string DriversDirectory => Path.Combine(Root, "drivers");

    /// <summary>Drop-in modules, one folder each.</summary>
    public string ModulesDirectory => Path.Combine(Root, modulesPath);
}
