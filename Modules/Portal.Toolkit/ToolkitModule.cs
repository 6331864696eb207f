using Autofac;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Portal.BackgroundTasks;
using Portal.Modules;
using Portal.Toolkit.Attachments;

namespace Portal.Toolkit;

/// <summary>Registers the toolkit's own classes. It is no module and has no manifest; kernel and toolkit are there for every unit.</summary>
public sealed class ToolkitModule : Autofac.Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterAssemblyTypes(ThisAssembly)
            .Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal)
                || type.Name.EndsWith("Commands", StringComparison.Ordinal)
                || type.Name.EndsWith("Service", StringComparison.Ordinal)
                || type == typeof(AttachmentReceiver)
                || type == typeof(AttachmentDownload))
            .AsSelf()
            .AsImplementedInterfaces()
            .InstancePerLifetimeScope();
        builder.RegisterAssemblyTypes(ThisAssembly).AssignableTo<IBackgroundTask>().As<IBackgroundTask>().InstancePerLifetimeScope();
        builder.RegisterInstance<IConfigureOptions<MvcOptions>>(new ConfigureOptions<MvcOptions>(options =>
        {
            options.Filters.Add<RequestShape>();
            options.Filters.Add<IdCardInAddress>();
        }));
        builder.RegisterType<RefusalLog>().AsSelf().As<IAuthorizationMiddlewareResultHandler>().SingleInstance();
        builder.RegisterType<Startup>().As<StartupBase>().SingleInstance();
    }
}
