using System.Collections;
using System.Reflection;

namespace Portal.Testing;

/// <summary>MySql.Data 8.0.16 does not know the name utf8mb3, by which MariaDB 10.6 and later call its system columns.</summary>
internal static class MySqlDataPatch
{
    private const string Driver = "MySql.Data";
    private static readonly Lock _patching = new();

    /// <summary>Patches the driver now, or as soon as it is loaded.</summary>
    public static void Apply()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => PatchIfDriver(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            PatchIfDriver(assembly);
    }

    private static void PatchIfDriver(Assembly assembly)
    {
        if (assembly.GetName().Name != Driver)
            return;
        lock (_patching)
        {
            var field = assembly.GetType("MySql.Data.MySqlClient.CharSetMap")!.GetField("_mapping", BindingFlags.NonPublic | BindingFlags.Static)!;
            var map = (IDictionary)field.GetValue(null)!;
            map["utf8mb3"] = map["utf8"];
        }
    }
}
