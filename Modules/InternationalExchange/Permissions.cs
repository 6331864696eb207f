using Portal.Security.Permissions;

namespace Portal.InternationalExchange;

/// <summary>One permission for each unit of the matrix (domain §2.5); what it lets do stands in <see cref="Matrix"/>.</summary>
public sealed class Permissions : IPermissionProvider
{
    public const string SchoolRole = "分管校领导";
    public const string SignatoryRole = "法定代表人";
    public const string HeadRole = "单位一把手";
    public const string OfficeRole = "国际交流处外事员";
    public const string InternationalCollegeRole = "国际教育学院管理员";
    public const string CollegeRole = "二级学院外事员";
    public const string InstituteRole = "科研机构外事员";
    public const string OrganisationDepartmentRole = "组织部经办人";
    public const string PersonnelRole = "人事处经办人";
    public const string AcademicAffairsRole = "教务处经办人";
    public const string ResearchRole = "校企合作（科研）处经办人";
    public const string StudentAffairsRole = "学生工作部经办人";
    public const string LogisticsRole = "后勤处经办人";
    public const string SecurityRole = "保卫处经办人";
    public const string FinanceRole = "财务部门经办人";
    public const string ContractsRole = "合同管理部门经办人";
    public const string DepartmentRole = "部门外事员";
    public const string TeacherRole = "外籍教师";

    public const string School = "exchange.school";
    public const string Signatory = "exchange.signatory";
    public const string Head = "exchange.head";
    public const string Office = "exchange.ieo";
    public const string InternationalCollege = "exchange.sie";
    public const string College = "exchange.college";
    public const string Institute = "exchange.institute";
    public const string OrganisationDepartment = "exchange.org";
    public const string Personnel = "exchange.hr";
    public const string AcademicAffairs = "exchange.aao";
    public const string Research = "exchange.res";
    public const string StudentAffairs = "exchange.stu";
    public const string Logistics = "exchange.log";
    public const string Security = "exchange.sec";
    public const string Finance = "exchange.fin";
    public const string Contracts = "exchange.law";
    public const string Department = "exchange.department";
    public const string Student = "exchange.student";
    public const string Teacher = "exchange.teacher";
    public const string Settings = "exchange.settings";

    // Art. 4: the head answers for the unit, whatever unit that is.
    private static readonly Permission _head = new(Head, "以单位一把手身份审核本单位的国际交流事项");

    // Art. 13: the home office interprets the rules, so nobody else keeps them up.
    private static readonly Permission _settings = new(Settings, "维护国际交流的期限、规则和各办事部门");

    private static readonly (string Role, Permission Permission)[] _units =
    [
        (SchoolRole, new(School, "以学校（分管校领导）身份审批国际交流事项")),
        (SignatoryRole, new(Signatory, "以法定代表人或受托人身份签署协议")),
        (OfficeRole, new(Office, "以国际交流处身份办理")),
        (InternationalCollegeRole, new(InternationalCollege, "以国际教育学院身份办理")),
        (CollegeRole, new(College, "以二级学院身份办理国际交流事项")),
        (InstituteRole, new(Institute, "以机构、科研机构身份办理国际交流事项")),
        (OrganisationDepartmentRole, new(OrganisationDepartment, "以组织部身份办理政审和因私证照")),
        (PersonnelRole, new(Personnel, "以人事处身份办理国际交流事项")),
        (AcademicAffairsRole, new(AcademicAffairs, "以教务处身份办理国际交流事项")),
        (ResearchRole, new(Research, "以校企合作（科研）处身份办理国际交流事项")),
        (StudentAffairsRole, new(StudentAffairs, "以学生工作部（处）身份办理国际交流事项")),
        (LogisticsRole, new(Logistics, "以后勤处身份办理国际交流事项")),
        (SecurityRole, new(Security, "以保卫处身份办理国际交流事项")),
        (FinanceRole, new(Finance, "以财务部门身份会签协议")),
        (ContractsRole, new(Contracts, "以合同管理部门身份审查协议")),
        (DepartmentRole, new(Department, "以其他部门身份办理国际交流事项")),
        (StandardRoles.Student, new(Student, "学生本人办理出国和来华留学事项")),
        (TeacherRole, new(Teacher, "外籍教师查看本人档案")),
    ];

    public IEnumerable<Permission> GetPermissions() => [.. _units.Select(unit => unit.Permission), _head, _settings];

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        .. _units.Select(unit => new PermissionStereotype { Name = unit.Role, Permissions = unit.Role == OfficeRole ? [unit.Permission, _settings] : [unit.Permission] }),
        new() { Name = HeadRole, Permissions = [_head] },
    ];
}
