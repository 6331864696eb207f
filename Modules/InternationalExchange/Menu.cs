using Portal.InternationalExchange.Agreements;
using Portal.InternationalExchange.Pages.Documents;
using Portal.InternationalExchange.Pages.Dossier;
using Portal.InternationalExchange.Pages.Outbound;
using Portal.InternationalExchange.Pages.Statistics;
using Portal.InternationalExchange.Pages.Students;
using Portal.InternationalExchange.Pages.Teachers;
using Portal.Navigation;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;

namespace Portal.InternationalExchange;

/// <summary>One entry for each record type, below the group that the type names, for whoever the matrix gives anything of it; and the module's own pages.</summary>
internal sealed class Menu(
    RecordMenu records, RecordCatalog catalog, RecordAccess access, StatisticsScopeService statistics, TrackingQueries tracking, StudentListQueries students, TeacherListQueries teachers,
    MyFileQueries own) : INavigationProvider
{
    private const string Id = ExchangeBook.Id;

    public async ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name != "main")
            return;
        var hasFile = await own.ExistsAsync(CancellationToken.None);
        builder.Add("国际交流与合作", group => Build(group.Icon("world").Position(30), hasFile));
    }

    private void Build(NavigationItemBuilder menu, bool hasFile)
    {
        records.AddTo(menu, Id, Groups.PositionOf, Groups.RankOf, leavesOutOwn: true);
        menu.Add("期限与规则", item => item.Url($"/workbench/records/settings/{Id}").Permission(Permissions.Settings).Position(990));
        menu.Add(Groups.Trips, group => AddTrips(group.Position(Groups.PositionOf(Groups.Trips))));
        menu.Add(Groups.Outbound, group => AddOutbound(group.Position(Groups.PositionOf(Groups.Outbound))));
        if (access.MayOpen(catalog.Get(AgreementType.TypeKey)))
            menu.Add(Groups.Cooperation, group => group.Position(Groups.PositionOf(Groups.Cooperation)).Add("协议台账", item => item.Page("/Agreements/Index", Id).Position(5)));
        if (statistics.Find() is not null)
            menu.Add("国际交流统计", item => item.Page("/Statistics/Index", Id).Position(200));
        if (hasFile)
            menu.Add("我的档案 My file", item => item.Page("/Dossier/Index", Id).Position(5));
        if (students.MayOpen)
            menu.Add(Groups.Students, group => AddStudents(group.Position(Groups.PositionOf(Groups.Students))));
        if (teachers.MayOpen)
            menu.Add(Groups.Teachers, group => group.Position(Groups.PositionOf(Groups.Teachers)).Add("外籍教师聘用进度", item => item.Page("/Teachers/Index", Id).Position(5)));
    }

    private void AddOutbound(NavigationItemBuilder group)
    {
        group.Add("我的出国", item => item.Page("/Outbound/Index", Id).Permission(Permissions.Student).Position(1));
        if (tracking.MayTrack)
            group.Add("在外学生跟踪", item => item.Page("/Outbound/Tracking", Id).Position(5));
    }

    private static void AddStudents(NavigationItemBuilder entries) => entries
        .Add("留学生档案", item => item.Page("/Students/Index", Id).Position(5))
        .Add("未分配辅导员", item => item.Url($"{Addresses.StudentFiles}?list={StudentFilter.NoCounsellor}").Permission(Permissions.StudentAffairs).Position(6));

    private static void AddTrips(NavigationItemBuilder entries) => entries
        .Add(DocumentDesk.Official.Title, item => item.Url(DocumentDesk.Official.Address).Permission(Permissions.Office).Position(110))
        .Add(DocumentDesk.Private.Title, item => item.Url(DocumentDesk.Private.Address).Permission(Permissions.OrganisationDepartment).Position(120))
        .Add("出访限制", item => item.Page("/Trips/Locks", Id).Permission(Permissions.Office).Position(130));
}
