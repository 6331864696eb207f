using Autofac;

namespace Portal.Workbench;

public sealed class WorkbenchModule : Autofac.Module
{
    protected override void Load(ContainerBuilder builder) => builder
        .RegisterAssemblyTypes(ThisAssembly)
        .Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal) || type.Name.EndsWith("Service", StringComparison.Ordinal))
        .AsSelf()
        .InstancePerLifetimeScope();
}
