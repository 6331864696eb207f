using Autofac;
using Microsoft.Extensions.Configuration;
using Portal.Modules;
using Portal.Security;
using Portal.Units;

namespace Portal.Toolkit.Demo;

/// <summary>Lets demo data be played through the real commands, so that its history, audit, messages and to-dos are those of real work.</summary>
public sealed class DemoPlayService(
    ILifetimeScope scope, IPostDirectory directory, IUnitTree tree, IRolePermissions roles, IModuleSwitch modules, PermissionCatalog permissions, IConfiguration configuration)
{
    /// <summary>A scope of its own in which nobody is at work yet.</summary>
    /// <param name="register">The module's own classes for the play; null without any.</param>
    public DemoPlay Begin(Action<ContainerBuilder>? register = null)
    {
        var (clock, context) = (new DemoClock(), new DemoContext(tree, roles, modules, permissions));
        var local = new LocalTime(TimeZoneInfo.FindSystemTimeZoneById(configuration["Portal:TimeZone"] ?? "Asia/Shanghai"), clock);
        var stage = scope.BeginLifetimeScope(builder =>
        {
            builder.RegisterInstance(clock).As<TimeProvider>();
            builder.RegisterInstance(context).As<IUnitContext>();
            builder.RegisterInstance(local);
            register?.Invoke(builder);
        });
        return new(stage, directory, context, clock, local);
    }
}
