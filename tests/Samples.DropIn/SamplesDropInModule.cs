using Autofac;
using Portal.Samples.DropIn.Pages.Calendars;
using Portal.Samples.DropIn.Pages.Weeks;
using Portal.Toolkit.Attachments;

namespace Portal.Samples.DropIn;

public sealed class SamplesDropInModule : Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterType<TermQueries>().InstancePerLifetimeScope();
        builder.RegisterType<TermCommands>().InstancePerLifetimeScope();
        builder.RegisterType<CalendarCommands>().InstancePerLifetimeScope();
        builder.RegisterType<CalendarFiles>().As<IAttachmentAccess>().InstancePerLifetimeScope();
    }
}
