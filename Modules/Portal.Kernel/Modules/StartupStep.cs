namespace Portal.Modules;

/// <summary>Runs a module's part of the start-up: a fault in a drop-in makes that module fail, a fault in a built-in one stops the start-up.</summary>
internal static class StartupStep
{
    public static void Run(ModuleDescriptor module, string step, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (module.Source == ModuleSource.DropIn)
        {
            module.Fail(ModuleState.Failed, $"{step}时出错：{exception.GetBaseException().Message}");
        }
    }

    public static async Task RunAsync(ModuleDescriptor module, string step, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception exception) when (module.Source == ModuleSource.DropIn)
        {
            module.Fail(ModuleState.Failed, $"{step}时出错：{exception.GetBaseException().Message}");
        }
    }
}
