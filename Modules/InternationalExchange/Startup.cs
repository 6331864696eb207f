using Microsoft.Extensions.DependencyInjection;
using Portal.InternationalExchange.Agreements;
using Portal.InternationalExchange.Demo;
using Portal.InternationalExchange.Outbound;
using Portal.InternationalExchange.Students;
using Portal.InternationalExchange.Teachers;
using Portal.InternationalExchange.Trips;
using Portal.Navigation;
using Portal.Security.Permissions;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Menu>();
        services.AddRecords<ExchangeBook>();
        services.AddScoped<IRecordPanel, AgreementPanel>().AddScoped<IRecordPanel, PartnerPanel>().AddScoped<IRecordPanel, TripPanel>();
        services.AddScoped<IRecordPanel, ProgrammePanel>().AddScoped<IRecordPanel, StayPanel>().AddScoped<IRecordPanel, CreditPanel>();
        services.AddScoped<IRecordPanel, StudentPanel>().AddScoped<IRecordPanel, TeacherPanel>().AddScoped<IRecordPanel, TeacherPlanPanel>().AddScoped<IRecordPanel, RoomPanel>();
        services.AddScoped<IDemoData, ExchangeDemo>().AddScoped<DemoOffices>().AddScoped<DemoContacts>().AddScoped<DemoAgreements>();
        services.AddScoped<DemoRecords>().AddScoped<DemoDossiers>().AddScoped<DemoRoutes>();
    }
}
