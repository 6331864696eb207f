using Autofac;
using Portal.Modules;
using Portal.Security;

namespace Portal.Toolkit.Reviews;

/// <summary>Finds routes that could not work: doubled keys, steps without a known permission, no steps, no time.</summary>
internal sealed class ReviewRouteCheck(ILifetimeScope root, PermissionCatalog permissions, IModuleCatalog modules) : IStartupCheck
{
    public IEnumerable<StartupProblem> FindProblems()
    {
        using var scope = root.BeginLifetimeScope();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<StartupProblem>();
        foreach (var handler in scope.Resolve<IEnumerable<ReviewHandler>>())
        {
            var module = modules.FindByAssembly(handler.GetType().Assembly)?.Id;
            problems.AddRange(Faults(handler.Route, seen).Select(text => new StartupProblem(module, $"核办路线 {handler.Route.Key}：{text}")));
        }

        return problems;
    }

    private IEnumerable<string> Faults(ReviewRoute route, HashSet<string> seen)
    {
        if (!seen.Add(route.Key))
            yield return "被声明了两次。";
        if (route.Key.Length is 0 or > 100)
            yield return "标识要有 1 到 100 个字符。";
        if (modules.Find(route.ModuleId) is null)
            yield return $"没有模块 {route.ModuleId}。";
        if (route.Steps.Count == 0)
            yield return "没有环节。";
        foreach (var doubled in route.Steps.GroupBy(step => step.Key).Where(group => group.Count() > 1))
            yield return $"环节 {doubled.Key} 被声明了两次。";
        if (route.SupervisorPermission is { } supervisor && permissions.Find(supervisor) is null)
            yield return $"没有权限 {supervisor}。";
        foreach (var fault in route.Steps.SelectMany(Faults))
            yield return fault;
    }

    private IEnumerable<string> Faults(ReviewStep step)
    {
        if (step.Key.Length is 0 or > 100 || step.Key.Contains(',', StringComparison.Ordinal))
            yield return $"环节标识“{step.Key}”要有 1 到 100 个字符，不含逗号。";
        if (permissions.Find(step.Permission) is null)
            yield return $"环节 {step.Key} 的权限 {step.Permission} 没有声明。";
        if (step.WorkingDays is < 1 or > 250)
            yield return $"环节 {step.Key} 的办理时限要在 1 到 250 个工作日之间。";
    }
}
