using Portal.Security.Permissions;

namespace Portal.RegistryTransfer;

/// <summary>The matrix of domain §4.9.</summary>
public sealed class Permissions : IPermissionProvider
{
    public const string SchoolRegistrarRole = "学籍管理员";
    public const string SchoolReviewerRole = "学籍主管领导";
    public const string BureauRole = "教育局学籍管理员";
    public const string ProvinceRole = "省级学籍管理员";
    public const string MinistryRole = "部级学籍管理员";

    public const string Install = "transfer.certificate.install";
    public const string ManageCertificate = "transfer.certificate.manage";
    public const string Apply = "transfer.apply";
    public const string ReviewForSchool = "transfer.review.school";
    public const string ReviewForBureau = "transfer.review.bureau";
    public const string Revoke = "transfer.revoke";
    public const string Query = "transfer.query";
    public const string Supervise = "transfer.supervise";
    public const string ConfigureProvince = "transfer.configure.province";
    public const string ConfigureNation = "transfer.configure.nation";
    public const string RetryArchive = "transfer.archive.retry";
    public const string ManageSchools = "transfer.schools.manage";
    public const string ManageStudents = "transfer.students.manage";
    public const string ResolveProblems = "transfer.students.problem";
    public const string ViewStudents = "transfer.students.view";

    private static readonly Permission _manageCertificate = new(ManageCertificate, "上传数字证书、设置证书检查方式");
    private static readonly Permission _apply = new(Apply, "查询学生并发起跨省转学、毕业后跨省就学申请");
    private static readonly Permission _reviewForSchool = new(ReviewForSchool, "学校核办", [_apply]);
    private static readonly Permission _reviewForBureau = new(ReviewForBureau, "教育局核办");
    private static readonly Permission _revoke = new(Revoke, "撤销本校发起的申请", [_apply]);
    private static readonly Permission _supervise = new(Supervise, "催办、统计、超期报告");
    private static readonly Permission _configureNation = new(ConfigureNation, "维护全国的业务时段、转学规则、工作日历");
    private static readonly Permission _configureProvince = new(ConfigureProvince, "维护本省的业务时段、转学规则，调整核办单位", [_configureNation]);
    private static readonly Permission _query = new(Query, "查询本单位及下级的跨省业务", [_apply, _reviewForSchool, _reviewForBureau, _supervise]);
    private static readonly Permission _retryArchive = new(RetryArchive, "调档失败后重试");
    private static readonly Permission _manageSchools = new(ManageSchools, "维护本地区的教育局和学校");
    private static readonly Permission _manageStudents = new(ManageStudents, "维护本校学生和学籍");
    private static readonly Permission _resolveProblems = new(ResolveProblems, "标记和处理本地区的问题学籍");
    private static readonly Permission _viewStudents = new(ViewStudents, "查看本单位及下级的学生学籍", [_manageStudents, _resolveProblems]);
    private static readonly Permission _install = new(Install, "下载并安装数字证书", [_query, _manageCertificate]);

    public IEnumerable<Permission> GetPermissions() =>
    [
        _install, _manageCertificate, _apply, _reviewForSchool, _reviewForBureau, _revoke, _query, _supervise,
        _configureProvince, _configureNation, _retryArchive, _manageSchools, _manageStudents, _resolveProblems, _viewStudents,
    ];

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = StandardRoles.Administrator, Permissions = [_manageCertificate, _manageSchools] },
        new() { Name = SchoolRegistrarRole, Permissions = [_apply, _manageStudents] },
        new() { Name = SchoolReviewerRole, Permissions = [_reviewForSchool, _revoke] },
        new() { Name = BureauRole, Permissions = [_reviewForBureau, _supervise, _manageSchools, _resolveProblems] },
        new() { Name = ProvinceRole, Permissions = [_reviewForBureau, _supervise, _configureProvince, _retryArchive, _manageSchools, _resolveProblems] },
        new() { Name = MinistryRole, Permissions = [_supervise, _configureNation, _retryArchive, _manageSchools] },
    ];
}
