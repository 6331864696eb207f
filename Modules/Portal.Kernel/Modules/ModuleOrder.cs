namespace Portal.Modules;

/// <summary>Dependencies before dependants; what is missing or goes in a circle fails, and whatever needs it fails too.</summary>
internal static class ModuleOrder
{
    public static IReadOnlyList<ModuleDescriptor> Sort(IEnumerable<ModuleDescriptor> modules)
    {
        var waiting = modules.OrderBy(module => module.Startup?.Order ?? 0).ThenBy(module => module.Id, StringComparer.Ordinal).ToList();
        var all = waiting.DistinctBy(module => module.Id).ToDictionary(module => module.Id);
        var sorted = new List<ModuleDescriptor>();
        while (waiting.FirstOrDefault(module => DependenciesOf(module).All(id => sorted.Any(done => done.Id == id))) is { } next)
        {
            waiting.Remove(next);
            sorted.Add(next);
            foreach (var broken in DependenciesOf(next).Where(id => all[id].State != ModuleState.Loaded))
                next.Fail(ModuleState.Failed, $"依赖的模块 {broken} 没有加载。");
        }

        foreach (var module in waiting)
        {
            var missing = DependenciesOf(module).Where(id => !all.ContainsKey(id)).ToArray();
            module.Fail(ModuleState.Failed, missing.Length > 0 ? $"缺少依赖的模块：{string.Join("、", missing)}。" : "模块的依赖无法满足（循环依赖，或依赖的模块加载失败）。");
        }

        return [.. sorted, .. waiting];
    }

    private static string[] DependenciesOf(ModuleDescriptor module) => module.Manifest?.Dependencies ?? [];
}
