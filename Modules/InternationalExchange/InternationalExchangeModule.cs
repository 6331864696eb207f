using Autofac;

namespace Portal.InternationalExchange;

public sealed class InternationalExchangeModule : Autofac.Module
{
    protected override void Load(ContainerBuilder builder) => builder
        .RegisterAssemblyTypes(ThisAssembly)
        .Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal)
            || type.Name.EndsWith("Commands", StringComparison.Ordinal)
            || type.Name.EndsWith("Service", StringComparison.Ordinal))
        .AsSelf()
        .InstancePerLifetimeScope();
}
