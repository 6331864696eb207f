using Autofac;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Modules;
using Portal.Security;
using Portal.Testing;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Tests.Reviews;

public sealed class ReviewRouteCheckTests(ReviewFixture<Sqlite> portal) : IClassFixture<ReviewFixture<Sqlite>>
{
    [Fact]
    public void A_sound_route_passes() => Assert.Empty(Check(SampleHandler.TheRoute));

    [Fact]
    public void Every_fault_of_every_route_is_named()
    {
        var step = SampleHandler.TheRoute.Steps[0];
        var problems = Check(
            SampleHandler.TheRoute with { Steps = [] },
            SampleHandler.TheRoute with { ModuleId = "Nowhere", SupervisorPermission = "nobody.knows", Steps = [step, step with { Permission = "unknown", WorkingDays = 0 }, step with { Key = "a,b" }] });
        foreach (var fault in new[] { "没有环节", "被声明了两次", "没有模块 Nowhere", "没有权限 nobody.knows", "环节 school 被声明了两次", "权限 unknown 没有声明", "1 到 250 个工作日", "不含逗号" })
            Assert.Contains(problems, problem => problem.Text.Contains(fault, StringComparison.Ordinal));
    }

    private IReadOnlyList<StartupProblem> Check(params ReviewRoute[] routes)
    {
        var builder = new ContainerBuilder();
        foreach (var route in routes)
            builder.RegisterInstance<ReviewHandler>(new Bare(route));
        using var container = builder.Build();
        return [.. new ReviewRouteCheck(container, portal.Services.GetRequiredService<PermissionCatalog>(), portal.Services.GetRequiredService<IModuleCatalog>()).FindProblems()];
    }

    private sealed class Bare(ReviewRoute route) : ReviewHandler
    {
        public override ReviewRoute Route => route;

        public override string Subject(Review review) => "";

        public override Task<long?> ResolveUnitAsync(WriteTransaction transaction, Review review, ReviewStep step) => Task.FromResult<long?>(null);

        public override Task ChangedAsync(WriteTransaction transaction, ReviewChange change) => Task.CompletedTask;
    }
}
