using System.Runtime.Loader;
using Portal.Testing;

/// <summary>Runs inside a separately started host (<c>DOTNET_STARTUP_HOOKS</c>): gives it the tests' MySQL driver with its patch.</summary>
internal static class StartupHook
{
    /// <summary>Set to leave the driver to the host's own <c>drivers/</c> folder; the patch is applied all the same.</summary>
    public const string OwnDriver = "PORTAL_TEST_OWN_DRIVER";

    public static void Initialize()
    {
        MySqlDataPatch.Apply();
        if (Environment.GetEnvironmentVariable(OwnDriver) is not null)
            return;
        var folder = Path.GetDirectoryName(typeof(StartupHook).Assembly.Location)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(folder, $"{name.Name}.dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }
}
