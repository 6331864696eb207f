using Autofac;
using Portal.Samples.DropIn.Pages.Weeks;

namespace Portal.Samples.DropIn;

public sealed class SamplesDropInModule : Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterType<TermQueries>().InstancePerLifetimeScope();
        builder.RegisterType<TermCommands>().InstancePerLifetimeScope();
    }
}
