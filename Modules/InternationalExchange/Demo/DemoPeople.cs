using Portal.Security.Permissions;

namespace Portal.InternationalExchange.Demo;

/// <summary>Who works where in the demo. The accounts are those of the cases (domain §6); each office has a head beside its clerk.</summary>
internal static class DemoPeople
{
    public const string CollegeA = "A";
    public const string CollegeB = "B";

    public static IReadOnlyList<(string Account, string Name, string Role, string Unit, string? Hint)> All { get; } =
    [
        ("sch1", "顾远航", Permissions.SchoolRole, Offices.School, "分管国际交流的校领导，审批"),
        ("leg1", "章明礼", Permissions.SignatoryRole, Offices.Signatory, "法定代表人，签署协议"),
        ("ieo1", "许文清", Permissions.OfficeRole, Offices.Exchange, "国际交流处，归口管理"),
        ("ieoh", "范舒", Permissions.OfficeRole, Offices.Exchange, null),
        ("ieoh", "范舒", Permissions.HeadRole, Offices.Exchange, null),
        ("sie1", "贺兰", Permissions.InternationalCollegeRole, Offices.InternationalCollege, "国际教育学院，来华留学生"),
        ("sieh", "邵平", Permissions.HeadRole, Offices.InternationalCollege, null),
        ("org1", "闻正", Permissions.OrganisationDepartmentRole, Offices.Organisation, "组织部，政审和因私证照"),
        ("orgh", "石砚", Permissions.HeadRole, Offices.Organisation, null),
        ("hr1", "简宁", Permissions.PersonnelRole, Offices.Personnel, "人事处，选拔和外籍教师"),
        ("hrh", "卓然", Permissions.HeadRole, Offices.Personnel, null),
        ("aao1", "葛林", Permissions.AcademicAffairsRole, Offices.AcademicAffairs, "教务处，培养方案和学分"),
        ("aaoh", "辛勤", Permissions.HeadRole, Offices.AcademicAffairs, null),
        ("res1", "程启", Permissions.ResearchRole, Offices.Research, "校企合作（科研）处，科研合作"),
        ("resh", "苗圃", Permissions.HeadRole, Offices.Research, null),
        ("stu1", "欧阳晴", Permissions.StudentAffairsRole, Offices.StudentAffairs, "学生工作部，学生出国和留学生日常"),
        ("stuh", "元朗", Permissions.HeadRole, Offices.StudentAffairs, null),
        ("log1", "余厚", Permissions.LogisticsRole, Offices.Logistics, "后勤处，宿舍和保障"),
        ("logh", "车实", Permissions.HeadRole, Offices.Logistics, null),
        ("sec1", "雷震", Permissions.SecurityRole, Offices.Security, "保卫处，临时居留和报备"),
        ("sech", "安定", Permissions.HeadRole, Offices.Security, null),
        ("cw1", "钱芳", Permissions.FinanceRole, Offices.Finance, null),
        ("law1", "方圆", Permissions.ContractsRole, Offices.Contracts, null),
        ("colA1", "秦川", Permissions.CollegeRole, CollegeA, "工程学院外事员，申报项目和出访"),
        ("colAh", "梁栋", Permissions.HeadRole, CollegeA, "工程学院院长，一把手审核"),
        ("colB1", "温雅", Permissions.CollegeRole, CollegeB, "外国语学院外事员"),
        ("colBh", "鲁直", Permissions.HeadRole, CollegeB, null),
        ("2021020001", "卫小满", StandardRoles.Student, CollegeA, "学生，申请出国项目"),
        ("nguyen", "Nguyen Van An", StandardRoles.Student, CollegeA, "来华留学生，查看本人档案"),
        ("t.miller", "Thomas Miller", Permissions.TeacherRole, CollegeB, "外籍教师，查看本人档案"),
    ];

    public static IReadOnlyList<(string Unit, string Leader, string Officer)> Contacts { get; } =
    [
        (Offices.Exchange, "ieoh", "ieo1"),
        (Offices.InternationalCollege, "sieh", "sie1"),
        (Offices.Organisation, "orgh", "org1"),
        (Offices.Personnel, "hrh", "hr1"),
        (Offices.AcademicAffairs, "aaoh", "aao1"),
        (Offices.Research, "resh", "res1"),
        (Offices.StudentAffairs, "stuh", "stu1"),
        (Offices.Logistics, "logh", "log1"),
        (Offices.Security, "sech", "sec1"),
        (CollegeA, "colAh", "colA1"),
        (CollegeB, "colBh", "colB1"),
    ];
}
