using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Modules;

namespace Portal.Jobs;

/// <summary>Finds a job's class again by the name that was stored, and calls it with its arguments.</summary>
internal static class JobType
{
    public static string Name<TJob>() => $"{typeof(TJob).FullName}, {typeof(TJob).Assembly.GetName().Name}";

    /// <exception cref="InvalidOperationException">The module of the job is not loaded any more.</exception>
    public static async Task RunAsync(JobRow row, IServiceProvider services, IJobProgress progress, CancellationToken cancellationToken)
    {
        var type = Find(row.Type, services.GetRequiredService<IModuleCatalog>());
        var contract = type.GetInterfaces().Single(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IJob<>));
        var args = JsonSerializer.Deserialize(row.Args, contract.GetGenericArguments()[0]);
        var job = ActivatorUtilities.CreateInstance(services, type);
        await (Task)contract.GetMethod(nameof(IJob<>.RunAsync))!.Invoke(job, [args, progress, cancellationToken])!;
    }

    // Type.GetType does not look into the load contexts of drop-in modules.
    private static Type Find(string name, IModuleCatalog catalog)
    {
        var parts = name.Split(", ");
        return catalog.Modules.FirstOrDefault(module => module.Assembly?.GetName().Name == parts[1])?.Assembly?.GetType(parts[0])
            ?? Type.GetType(name)
            ?? throw new InvalidOperationException($"任务 {parts[0]} 所属的模块没有加载。");
    }
}
