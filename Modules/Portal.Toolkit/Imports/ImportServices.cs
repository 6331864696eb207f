using Microsoft.Extensions.DependencyInjection;

namespace Portal.Toolkit.Imports;

/// <summary>Registers what modules import.</summary>
public static class ImportServices
{
    /// <summary>Makes a kind of import known; its pages ask for <typeparamref name="T"/> itself.</summary>
    public static IServiceCollection AddImport<T>(this IServiceCollection services)
        where T : ImportDefinition =>
        services.AddScoped<T>().AddScoped<ImportDefinition>(provider => provider.GetRequiredService<T>());

    internal static ImportDefinition Find(this IEnumerable<ImportDefinition> imports, string kind) =>
        imports.FirstOrDefault(import => import.Id == kind)
        ?? throw new InvalidOperationException($"The module that imports {kind} is not loaded.");
}
