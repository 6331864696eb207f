using Portal.Security.Permissions;

namespace Portal.InternationalExchange.Demo;

/// <summary>The units of the measures, who works there, and which unit is which office.</summary>
internal sealed class ExchangeDemo(IDemoOrganisation organisation, DemoOffices offices) : IDemoData
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var university = await organisation.UniversityAsync(cancellationToken);
        var units = new Dictionary<string, long> { [Offices.School] = university, [Offices.Signatory] = university };
        foreach (var (role, name, kind) in _offices)
            units[role] = await organisation.UnitAsync(name, kind, university, cancellationToken);
        var collegeA = await organisation.UnitAsync("工程学院", "学院", university, cancellationToken);
        var collegeB = await organisation.UnitAsync("外国语学院", "学院", university, cancellationToken);
        await offices.NameAsync(units, cancellationToken);
        await organisation.PeopleAsync([.. People(units), .. CollegePeople(collegeA, collegeB)], cancellationToken);
        await organisation.EnableAsync("InternationalExchange", cancellationToken);
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

    private static DemoPerson[] People(Dictionary<string, long> units) =>
    [
        new("sch1", "顾远航", Permissions.SchoolRole, units[Offices.School], "分管国际交流的校领导，审批"),
        new("leg1", "章明礼", Permissions.SignatoryRole, units[Offices.Signatory], "法定代表人，签署协议"),
        new("ieo1", "许文清", Permissions.OfficeRole, units[Offices.Exchange], "国际交流处，归口管理"),
        new("ieoh", "范舒", Permissions.OfficeRole, units[Offices.Exchange]),
        new("ieoh", "范舒", Permissions.HeadRole, units[Offices.Exchange]),
        new("sie1", "贺兰", Permissions.InternationalCollegeRole, units[Offices.InternationalCollege], "国际教育学院，来华留学生"),
        new("sieh", "邵平", Permissions.HeadRole, units[Offices.InternationalCollege]),
        new("org1", "闻正", Permissions.OrganisationDepartmentRole, units[Offices.Organisation], "组织部，政审和因私证照"),
        new("hr1", "简宁", Permissions.PersonnelRole, units[Offices.Personnel], "人事处"),
        new("aao1", "葛林", Permissions.AcademicAffairsRole, units[Offices.AcademicAffairs], "教务处"),
        new("res1", "程启", Permissions.ResearchRole, units[Offices.Research], "校企合作（科研）处"),
        new("stu1", "欧阳晴", Permissions.StudentAffairsRole, units[Offices.StudentAffairs], "学生工作部"),
        new("log1", "余厚", Permissions.LogisticsRole, units[Offices.Logistics], "后勤处"),
        new("sec1", "雷震", Permissions.SecurityRole, units[Offices.Security], "保卫处，临时居留"),
        new("cw1", "钱芳", Permissions.FinanceRole, units[Offices.Finance]),
        new("law1", "方圆", Permissions.ContractsRole, units[Offices.Contracts]),
    ];

    private static DemoPerson[] CollegePeople(long collegeA, long collegeB) =>
    [
        new("colA1", "秦川", Permissions.CollegeRole, collegeA, "工程学院外事员，申报项目和出访"),
        new("colAh", "梁栋", Permissions.HeadRole, collegeA, "工程学院院长，一把手审核"),
        new("colB1", "温雅", Permissions.CollegeRole, collegeB, "外国语学院外事员"),
        new("colBh", "鲁直", Permissions.HeadRole, collegeB),
        new("2021020001", "卫小满", StandardRoles.Student, collegeA, "学生，申请出国项目"),
        new("t.miller", "Thomas Miller", Permissions.TeacherRole, collegeB, "外籍教师，查看本人档案"),
    ];
}
