namespace Portal.Testing;

/// <summary>Where the sources and the built host lie.</summary>
public static class Repository
{
    /// <summary>Folder of Portal.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary><c>Debug</c> or <c>Release</c>, as these tests were built.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Output of Portal.Host.</summary>
    public static string HostOutput => PathOf("Portal.Host", "bin", Configuration, "net10.0");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"There is no Portal.sln above {AppContext.BaseDirectory}.");
    }
}
