using Portal.Security.Permissions;

namespace Portal.Organisation.Demo;

/// <summary>示范大学 with its colleges and offices, and who administers them.</summary>
internal sealed class OrganisationDemo(IDemoOrganisation organisation, IUnitTree tree) : IDemoData
{
    private static readonly string[] _colleges =
    [
        "马克思主义学院", "地球科学学院", "资源学院", "工程学院", "计算机学院", "经济管理学院", "外国语学院", "环境学院", "数学与物理学院", "艺术与传媒学院",
    ];

    private static readonly string[] _offices =
    [
        "图书馆", "财务处", "学生宿舍管理中心", "保卫处", "研究生院", "学工部", "国际交流处", "组织部", "信息化办公室",
    ];

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var university = await organisation.UniversityAsync(cancellationToken);
        foreach (var name in _colleges)
            await organisation.UnitAsync(name, "学院", university, cancellationToken);
        foreach (var name in _offices)
            await organisation.UnitAsync(name, "部门", university, cancellationToken);
        var marxism = await organisation.UnitAsync(_colleges[0], "学院", university, cancellationToken);
        await organisation.PeopleAsync(
            [
                new("admin", "沈信", StandardRoles.Administrator, university, "维护单位、人员、角色和模块"),
                new("ma-admin", "马文", StandardRoles.UnitAdministrator, marxism, "为本学院安排岗位、设置模块开关"),
                new("leader1", "陆校", StandardRoles.Leader, university, "查看，不办理"),

                // Provinces stand beside the university; somebody must be able to look after them.
                new("admin", "沈信", StandardRoles.Administrator, tree.Root!.Id),
            ],
            cancellationToken);
    }
}
