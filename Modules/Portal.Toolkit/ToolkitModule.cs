using Autofac;
using Portal.Modules;

namespace Portal.Toolkit;

/// <summary>Registers the toolkit's own classes. It is no module and has no manifest; kernel and toolkit are there for every unit.</summary>
public sealed class ToolkitModule : Autofac.Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterAssemblyTypes(ThisAssembly)
            .Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal) || type.Name.EndsWith("Commands", StringComparison.Ordinal) || type.Name.EndsWith("Service", StringComparison.Ordinal))
            .AsSelf()
            .AsImplementedInterfaces()
            .InstancePerLifetimeScope();
        builder.RegisterType<Startup>().As<StartupBase>().SingleInstance();
    }
}
