using Autofac;

namespace Portal.Organisation;

/// <summary>Registers the module's own classes by suffix.</summary>
public sealed class OrganisationModule : Module
{
    protected override void Load(ContainerBuilder builder) =>
        builder.RegisterAssemblyTypes(ThisAssembly)
            .Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal)
                || type.Name.EndsWith("Commands", StringComparison.Ordinal)
                || type.Name.EndsWith("Service", StringComparison.Ordinal))
            .AsSelf()
            .InstancePerLifetimeScope();
}
