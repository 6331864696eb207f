using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange;

/// <summary>The record types of the module and what they share.</summary>
public sealed class ExchangeBook : RecordBook
{
    public const string Id = "InternationalExchange";

    public override string ModuleId => Id;

    public override string Title => "国际交流与合作";

    public override string? HeadPermission => Permissions.Head;

    public override string? SettingsPermission => Permissions.Settings;

    public override IReadOnlyList<RecordSetting> Settings => ExchangeSettings.All;

    public override string? LateOffice => Offices.Exchange;

    public override IReadOnlyList<RecordGuard> Guards => CommonGuards.All;

    public override IReadOnlyList<UnitRole> Roles { get; } =
    [
        new(Offices.School, "学校（分管校领导）", Permissions.School) { IsOffice = true, ReadsAll = true, HasOneHolder = true },
        new(Offices.Signatory, "法定代表人", Permissions.Signatory) { IsOffice = true },
        new(Offices.Exchange, "国际交流处", Permissions.Office) { IsOffice = true, ReadsAll = true },
        new(Offices.InternationalCollege, "国际教育学院", Permissions.InternationalCollege) { IsOffice = true },
        new(Offices.College, "二级学院", Permissions.College),
        new(Offices.Institute, "机构、科研机构", Permissions.Institute),
        new(Offices.Organisation, "组织部", Permissions.OrganisationDepartment) { IsOffice = true },
        new(Offices.Personnel, "人事处", Permissions.Personnel) { IsOffice = true },
        new(Offices.AcademicAffairs, "教务处", Permissions.AcademicAffairs) { IsOffice = true },
        new(Offices.Research, "校企合作（科研）处", Permissions.Research) { IsOffice = true },
        new(Offices.StudentAffairs, "学生工作部（处）", Permissions.StudentAffairs) { IsOffice = true },
        new(Offices.Logistics, "后勤处", Permissions.Logistics) { IsOffice = true },
        new(Offices.Security, "保卫处", Permissions.Security) { IsOffice = true },
        new(Offices.Finance, "财务部门", Permissions.Finance) { IsOffice = true },
        new(Offices.Contracts, "合同管理部门", Permissions.Contracts) { IsOffice = true },
        new(Offices.Department, "其他部门", Permissions.Department),
        new(Offices.Student, "学生本人", Permissions.Student) { IsPersonal = true },
        new(Offices.Teacher, "外籍教师本人", Permissions.Teacher) { IsPersonal = true },
    ];
}
