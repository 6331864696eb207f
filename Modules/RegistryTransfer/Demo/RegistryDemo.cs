using Microsoft.Extensions.Configuration;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Demo;

/// <summary>Provinces, bureaus, schools and students of the fixture (domain §4.11), with an account for every reviewer.</summary>
internal sealed class RegistryDemo(IDemoOrganisation organisation, IUnitTree tree, DemoRegistry registry, DemoFlow flow, IConfiguration configuration) : IDemoData
{
    private const int Beijing = 1;
    private const int Guangdong = 19;
    private const int Sichuan = 23;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var root = tree.Root!.Id;
        var u11 = await organisation.UnitAsync("北京市教育委员会", "省级教育行政部门", root, cancellationToken);
        var u119901 = await organisation.UnitAsync("北京市示例区教委", "区县教育局", u11, cancellationToken);
        var u44 = await organisation.UnitAsync("广东省教育厅", "省级教育行政部门", root, cancellationToken);
        var u4499 = await organisation.UnitAsync("广东省示例市教育局", "地市教育局", u44, cancellationToken);
        var u449901 = await organisation.UnitAsync("示例市示例区教育局", "区县教育局", u4499, cancellationToken);
        var u51 = await organisation.UnitAsync("四川省教育厅", "省级教育行政部门", root, cancellationToken);
        await registry.BureausAsync(
            [
                (u11, UnitLevel.Province, "110000", Beijing), (u119901, UnitLevel.District, "119901", Beijing),
                (u44, UnitLevel.Province, "440000", Guangdong), (u4499, UnitLevel.City, "449900", Guangdong), (u449901, UnitLevel.District, "449901", Guangdong),
                (u51, UnitLevel.Province, "510000", Sichuan),
            ],
            cancellationToken);

        DemoSchool[] schools =
        [
            new("sa", "北京市示例区小学", "2111990101", u119901, Beijing, "119901", UnitLevel.District, Stages.Primary),
            new("sb", "示例市实验学校", "2144990001", u4499, Guangdong, "449901", UnitLevel.City, Stages.Primary | Stages.JuniorHigh),
            new("sc", "四川省直属实验学校", "2151000001", u51, Sichuan, "519901", UnitLevel.Province, Stages.Primary | Stages.JuniorHigh | Stages.SeniorHigh),
            new("sd", "北京示例区高中", "3111990101", u119901, Beijing, "119901", UnitLevel.District, Stages.SeniorHigh),
            new("se", "广东示例区小学", "2144990101", u449901, Guangdong, "449901", UnitLevel.District, Stages.Primary),
        ];
        var ids = new Dictionary<string, long>();
        foreach (var school in schools)
            ids[school.Account] = await organisation.UnitAsync(school.Name, "中小学", school.ParentId, cancellationToken);
        await registry.SchoolsAsync([.. schools.Select(school => (ids[school.Account], school))], cancellationToken);
        await registry.StudentsAsync(DemoStudents.All, ids, cancellationToken);

        await organisation.PeopleAsync(
            [
                .. schools.Select(school => new DemoPerson(school.Account, $"{school.Account.ToUpperInvariant()}学籍员", Permissions.SchoolRegistrarRole, ids[school.Account], "发起跨省转学申请")),
                .. schools.Select(school => new DemoPerson($"{school.Account}-lead", $"{school.Account.ToUpperInvariant()}校长", Permissions.SchoolReviewerRole, ids[school.Account], "学校核办")),
                new("u119901", "京区教委", Permissions.BureauRole, u119901, "区县核办"),
                new("u11", "京教委", Permissions.ProvinceRole, u11, "省级：统计、催办、本省规则"),
                new("u4499", "示例市局", Permissions.BureauRole, u4499, "地市核办"),
                new("u449901", "示例区局", Permissions.BureauRole, u449901, "区县核办"),
                new("u44", "粤教育厅", Permissions.ProvinceRole, u44, "省级：统计、催办、本省规则"),
                new("u51", "川教育厅", Permissions.ProvinceRole, u51, "省级，兼直属学校核办"),
                new("moe", "部学籍处", Permissions.MinistryRole, root, "全国统计、业务时段"),
            ],
            cancellationToken);
        await organisation.EnableAsync("RegistryTransfer", cancellationToken);

        // Tests that need the fixture only ask for no more people.
        if (configuration.GetValue("Portal:DemoStudents", 1) == 0)
            return;
        await registry.StudentsAsync([.. DemoCases.All.Select(demo => demo.Student)], ids, cancellationToken);
        await flow.PlayAsync(DemoCases.All, ids, cancellationToken);
    }
}
