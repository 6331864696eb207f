using Autofac;

namespace Portal.Samples.Faulty;

public sealed class SamplesFaultyModule : Module
{
    protected override void Load(ContainerBuilder builder) => Fault.ThrowIf("container");
}
