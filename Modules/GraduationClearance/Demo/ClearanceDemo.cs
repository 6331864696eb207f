using Microsoft.Extensions.Configuration;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Roster;
using Portal.GraduationClearance.Schemes;
using Portal.Security.Permissions;

namespace Portal.GraduationClearance.Demo;

/// <summary>The fixture of domain §4f, in the size of a real season, with an account for every role.</summary>
internal sealed class ClearanceDemo(
    IDemoOrganisation organisation,
    SchemeCommands schemes,
    DemoSteps steps,
    DemoProgress progress,
    RosterCommands roster,
    InitialisationCommands initialisation,
    SchemeQueries schemeQueries,
    DbDataSource source,
    IConfiguration configuration) : IDemoData
{
    private static readonly (string College, string Major)[] _colleges =
    [
        ("地球科学学院", "地质学"), ("资源学院", "矿产普查与勘探"), ("工程学院", "岩土工程"), ("计算机学院", "计算机科学与技术"), ("经济管理学院", "企业管理"),
        ("外国语学院", "英语语言文学"), ("环境学院", "环境科学与工程"), ("数学与物理学院", "应用数学"), ("艺术与传媒学院", "设计学"),
    ];

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var units = await UnitsAsync(cancellationToken);
        await organisation.PeopleAsync(Staff(units), cancellationToken);
        await ClosedSchemeAsync(units, cancellationToken);
        var students = await StudentsAsync(units, cancellationToken);
        var schemeId = await schemes.CreateAsync(
            new()
            {
                Name = "2020级研究生6月份",
                StudentScope = StudentScope.DoubleCertificate,
                SeasonYear = 2026,
                SeasonMonth = 6,
                Notice = "请在离校前办完全部必办环节。各离校点的地点和时间见下表，未通过的环节请按原因补办。",
            },
            cancellationToken);
        await steps.CreateAsync(schemeId, units, cancellationToken);
        await roster.AddAsync(schemeId, students, cancellationToken);
        await initialisation.InitialiseAsync(schemeId, cancellationToken);
        await ChangeStatusAsync(schemeId, SchemeStatus.Open, cancellationToken);
        await progress.CreateAsync(schemeId, units.Marxism, source, cancellationToken);
        await organisation.PeopleAsync(
            [.. students.Select(student => new DemoPerson(student.StudentNo, student.Name, StandardRoles.Student, student.DepartmentId, HintOf(student.StudentNo)))], cancellationToken);
        await organisation.EnableAsync("GraduationClearance", cancellationToken);
    }

    private async Task<DemoUnits> UnitsAsync(CancellationToken cancellationToken)
    {
        var university = await organisation.UniversityAsync(cancellationToken);
        return new(
            university,
            await organisation.UnitAsync("马克思主义学院", "学院", university, cancellationToken),
            await organisation.UnitAsync("图书馆", "部门", university, cancellationToken),
            await organisation.UnitAsync("财务处", "部门", university, cancellationToken),
            await organisation.UnitAsync("学生宿舍管理中心", "部门", university, cancellationToken),
            await organisation.UnitAsync("保卫处", "部门", university, cancellationToken),
            await organisation.UnitAsync("研究生院", "部门", university, cancellationToken),
            await organisation.UnitAsync("学工部", "部门", university, cancellationToken));
    }

    private static DemoPerson[] Staff(DemoUnits units) =>
    [
        new("op1", "刘敏", Permissions.TrainingUnitRole, units.Marxism, "培养单位学工审核、提交毕业生登记表"),
        new("sup1", "高建国", Permissions.SupervisorRole, units.Marxism, "导师审核"),
        new("lib1", "沈洁", Permissions.OperatorRole, units.Library, "图书馆，全校学生"),
        new("fin1", "田野", Permissions.OperatorRole, units.Finance, "财务清算，全校学生"),
        new("dorm1", "白云", Permissions.OperatorRole, units.Dormitories, "退宿，全校住宿生"),
        new("hukou1", "石坚", Permissions.OperatorRole, units.Security, "户口迁出"),
        new("cert1", "苏雅", Permissions.DepartmentRole, units.Marxism, "发放毕业证、学位证、毕业材料"),
    ];

    private static string? HintOf(string studentNo) => studentNo switch
    {
        "2020010101" => "学生，查看自己的离校流程",
        "2020010102" => "学生",
        _ => null,
    };

    private async Task<RosterStudent[]> StudentsAsync(DemoUnits units, CancellationToken cancellationToken)
    {
        // Tests need the fixture only; 地球科学学院 always has its one student 2020020201.
        var others = configuration.GetValue("Portal:DemoStudents", 2900);
        var perCollege = others / _colleges.Length;
        var students = DemoRoster.MarxismStudents(units.Marxism).ToList();
        for (var index = 0; index < _colleges.Length; index++)
        {
            var department = await organisation.UnitAsync(_colleges[index].College, "学院", units.University, cancellationToken);
            students.AddRange(DemoRoster.Students(index + 2, Math.Max(index == 0 ? 1 : 0, perCollege), department, _colleges[index].Major));
        }

        return [.. students];
    }

    private async Task ClosedSchemeAsync(DemoUnits units, CancellationToken cancellationToken)
    {
        var schemeId = await schemes.CreateAsync(
            new() { Name = "2019级研究生12月份", StudentScope = StudentScope.DoubleCertificate, SeasonYear = 2025, SeasonMonth = 12 }, cancellationToken);
        await steps.CreateAsync(schemeId, units, cancellationToken);
        await roster.AddAsync(
            schemeId,
            [new() { StudentNo = "2019010101", Name = "钱思", Gender = "男", IdCardNo = "110101199501010001", DepartmentId = units.Marxism, Major = "马克思主义理论--硕博", ClassName = "马克思主义理论", Grade = "2019", StudentCategory = "学历硕士", EducationLevel = "硕士" }],
            cancellationToken);
        await initialisation.InitialiseAsync(schemeId, cancellationToken);
        await ChangeStatusAsync(schemeId, SchemeStatus.Open, cancellationToken);
        await ChangeStatusAsync(schemeId, SchemeStatus.Closed, cancellationToken);
    }

    private async Task ChangeStatusAsync(long schemeId, SchemeStatus status, CancellationToken cancellationToken)
    {
        var scheme = await schemeQueries.FindAsync(schemeId, cancellationToken);
        await schemes.ChangeStatusAsync(schemeId, scheme!.Version, status, "", cancellationToken);
    }
}
