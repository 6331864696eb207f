using Autofac;
using Portal.GraduationClearance.Decisions;

namespace Portal.GraduationClearance;

public sealed class GraduationClearanceModule : Autofac.Module
{
    protected override void Load(ContainerBuilder builder) => builder
        .RegisterAssemblyTypes(ThisAssembly)
        .Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal)
            || type.Name.EndsWith("Commands", StringComparison.Ordinal)
            || type.Name.EndsWith("Service", StringComparison.Ordinal)
            || type == typeof(RecordWriter))
        .AsSelf()
        .InstancePerLifetimeScope();
}
