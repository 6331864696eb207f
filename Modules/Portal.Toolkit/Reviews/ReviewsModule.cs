using Autofac;
using Portal.Modules;
using Portal.Toolkit.Calendar;

namespace Portal.Toolkit.Reviews;

/// <summary>Registers the engine of reviews and the calendar; queries, commands and services are registered by <see cref="ToolkitModule"/>.</summary>
public sealed class ReviewsModule : Autofac.Module
{
    protected override void Load(ContainerBuilder builder)
    {
        builder.RegisterType<Reviews>().As<IReviews>().InstancePerLifetimeScope();
        builder.RegisterTypes(
                typeof(ReviewHandlers), typeof(ReviewStarter), typeof(ReviewClaims), typeof(StepEntry), typeof(ReviewGuard), typeof(ReviewRecorder),
                typeof(ReviewHistory), typeof(ReviewNotices), typeof(ReviewAlarm))
            .AsSelf()
            .InstancePerLifetimeScope();
        builder.RegisterType<WorkCalendar>().As<IWorkCalendar>().SingleInstance();
        builder.RegisterType<ReviewRouteCheck>().As<IStartupCheck>().SingleInstance();
    }
}
