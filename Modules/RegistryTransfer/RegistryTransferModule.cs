using Autofac;
using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Certificates;
using Portal.RegistryTransfer.Reviewing;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer;

public sealed class RegistryTransferModule : Autofac.Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder
            .RegisterAssemblyTypes(ThisAssembly)
            .Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal)
                || type.Name.EndsWith("Commands", StringComparison.Ordinal)
                || type.Name.EndsWith("Service", StringComparison.Ordinal))
            .AsSelf()
            .InstancePerLifetimeScope();
        builder.RegisterTypes(typeof(ApplicationWriter), typeof(ApplicationEffects), typeof(StepUnits)).AsSelf().InstancePerLifetimeScope();
        builder.RegisterTypes(typeof(TransferReviewHandler), typeof(PostGraduationReviewHandler)).As<ReviewHandler>().InstancePerLifetimeScope();
        builder.RegisterType<ApplicationFiles>().As<IAttachmentAccess>().InstancePerLifetimeScope();
        builder.RegisterDecorator<AuditWithCertificate, IAuditLog>();
    }
}
