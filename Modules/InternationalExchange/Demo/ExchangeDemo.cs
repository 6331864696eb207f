using Microsoft.Extensions.Configuration;

namespace Portal.InternationalExchange.Demo;

/// <summary>The units of the measures, who works there, which unit is which office, and who answers for each.</summary>
internal sealed class ExchangeDemo(
    IDemoOrganisation organisation, DemoOffices offices, DemoContacts contacts, DemoRecords records, DemoAgreements agreements, DemoDossiers dossiers, DemoRoutes routes,
    IConfiguration configuration) : IDemoData
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var university = await organisation.UniversityAsync(cancellationToken);
        var units = new Dictionary<string, long> { [Offices.School] = university, [Offices.Signatory] = university };
        foreach (var (role, name, kind) in _offices)
            units[role] = await organisation.UnitAsync(name, kind, university, cancellationToken);
        await offices.NameAsync(units, cancellationToken);
        units[DemoPeople.CollegeA] = await organisation.UnitAsync("工程学院", "学院", university, cancellationToken);
        units[DemoPeople.CollegeB] = await organisation.UnitAsync("外国语学院", "学院", university, cancellationToken);
        await organisation.PeopleAsync([.. DemoPeople.All.Select(person => new DemoPerson(person.Account, person.Name, person.Role, units[person.Unit], person.Hint))], cancellationToken);
        await organisation.EnableAsync(ExchangeBook.Id, cancellationToken);
        await contacts.CreateAsync([.. DemoPeople.Contacts.Select(contact => (units[contact.Unit], contact.Leader, contact.Officer))], cancellationToken);

        // As in the other modules, 0 leaves the lists empty.
        if (configuration.GetValue("Portal:DemoStudents", 1) == 0)
            return;
        var exchange = await agreements.CreateAsync(units[Offices.Exchange], units[DemoPeople.CollegeA], units[DemoPeople.CollegeB], cancellationToken);
        await records.CreateAsync(units, exchange, cancellationToken);
        await dossiers.CreateAsync(units, cancellationToken);
        await routes.PlayAsync(cancellationToken);
    }

    private static readonly (string Role, string Name, string Kind)[] _offices =
    [
        (Offices.Exchange, "国际交流处", "部门"),
        (Offices.InternationalCollege, "国际教育学院", "学院"),
        (Offices.Organisation, "组织部", "部门"),
        (Offices.Personnel, "人事处", "部门"),
        (Offices.AcademicAffairs, "教务处", "部门"),
        (Offices.Research, "校企合作（科研）处", "部门"),
        (Offices.StudentAffairs, "学工部", "部门"),
        (Offices.Logistics, "后勤处", "部门"),
        (Offices.Security, "保卫处", "部门"),
        (Offices.Finance, "财务处", "部门"),
        (Offices.Contracts, "学校办公室", "部门"),
    ];
}
