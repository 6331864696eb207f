using System.Data.Common;
using System.Reflection;
using System.Runtime.Loader;

namespace Portal.Data;

/// <summary>Finds the MySQL driver by name, so that nothing refers to it at compile time.</summary>
internal static class MySqlDriver
{
    public static DbProviderFactory FindFactory(string factoryName, string driversDirectory)
    {
        var parts = factoryName.Split(',', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2)
            throw new InvalidOperationException($"Database:Factory '{factoryName}' must read 'Type, Assembly'.");
        var assembly = FindAssembly(parts[1], driversDirectory) ?? throw new InvalidOperationException(
            $"The MySQL driver '{parts[1]}' is neither beside the application ({AppContext.BaseDirectory}) nor in {driversDirectory}. "
            + "Build with -p:MySqlDriver=MySqlConnector, or copy the driver's assembly into the drivers folder.");
        var type = assembly.GetType(parts[0]) ?? throw new InvalidOperationException($"'{parts[1]}' has no type '{parts[0]}'; check Database:Factory.");
        return type.GetField("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as DbProviderFactory
            ?? throw new InvalidOperationException($"'{factoryName}' is not an ADO.NET provider factory.");
    }

    private static Assembly? FindAssembly(string name, string driversDirectory)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (FileNotFoundException)
        {
            var path = Path.Combine(driversDirectory, $"{name}.dll");
            if (!File.Exists(path))
                return null;
            AssemblyLoadContext.Default.Resolving += (context, dependency) =>
                Path.Combine(driversDirectory, $"{dependency.Name}.dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        }
    }
}
