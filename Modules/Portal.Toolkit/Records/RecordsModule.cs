using Autofac;
using Portal.Modules;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Dues;
using Portal.Toolkit.Records.Imports;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Records.Writing;

namespace Portal.Toolkit.Records;

/// <summary>Registers the engine of records; queries, commands and services are registered by <see cref="ToolkitModule"/>.</summary>
public sealed class RecordsModule : Autofac.Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterTypes(typeof(RecordEngine), typeof(RecordDesk), typeof(RecordAccess), typeof(RecordInputParser), typeof(DueReminder), typeof(DueRevision)).AsSelf().InstancePerLifetimeScope();
        builder.RegisterTypes(typeof(RecordMenu), typeof(RecordImportCheck)).AsSelf().InstancePerLifetimeScope();
        builder.RegisterType<RecordNoticeAudience>().As<INoticeAudience>().InstancePerLifetimeScope();
        builder.RegisterType<RecordCatalog>().AsSelf().SingleInstance();
        builder.RegisterType<RecordCheck>().As<IStartupCheck>().SingleInstance();
    }
}
