using Portal.Security.Permissions;

namespace Portal.GraduationClearance;

public sealed class Permissions : IPermissionProvider
{
    public const string OperatorRole = "离校点审核";
    public const string TrainingUnitRole = "培养单位审核";
    public const string SupervisorRole = "导师审核";
    public const string DepartmentRole = "院系操作员";

    public const string Configure = "clearance.configure";
    public const string Decide = "clearance.decide";
    public const string ViewImports = "clearance.imports.view";
    public const string RevokeAny = "clearance.revoke-any";
    public const string Query = "clearance.query";
    public const string Export = "clearance.export";
    public const string ViewIdCard = "clearance.id-card.view";
    public const string IssueCertificates = "clearance.certificates.issue";
    public const string VoidCertificates = "clearance.certificates.void";
    public const string ViewCertificates = "clearance.certificates.view";
    public const string OwnSheet = "clearance.own-sheet";

    private static readonly Permission _configure = new(Configure, "配置离校方案、环节、授权和名单");
    private static readonly Permission _decide = new(Decide, "现场办理：按授权的环节单个、批量、导入办理");
    private static readonly Permission _viewImports = new(ViewImports, "查看导入记录：本人的；配置离校方案者看全部", [_decide, _configure]);
    private static readonly Permission _revokeAny = new(RevokeAny, "撤销任何环节的办理结果");
    private static readonly Permission _query = new(Query, "后台管理：查询统计");
    private static readonly Permission _export = new(Export, "导出列表", [_configure]);
    private static readonly Permission _viewIdCard = new(ViewIdCard, "查看、导出完整身份证号");
    private static readonly Permission _issue = new(IssueCertificates, "发放证书和毕业材料");
    private static readonly Permission _void = new(VoidCertificates, "作废证书发放记录");
    private static readonly Permission _viewCertificates = new(ViewCertificates, "查看证书发放登记", [_issue, _void]);
    private static readonly Permission _ownSheet = new(OwnSheet, "查看本人离校流程");

    public IEnumerable<Permission> GetPermissions() =>
        [_configure, _decide, _viewImports, _revokeAny, _query, _export, _viewIdCard, _issue, _void, _viewCertificates, _ownSheet];

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = StandardRoles.Administrator, Permissions = [_configure, _revokeAny, _query, _export, _viewIdCard, _void, _viewCertificates] },
        new() { Name = TrainingUnitRole, Permissions = [_decide, _query, _export] },
        new() { Name = SupervisorRole, Permissions = [_decide, _query, _export] },
        new() { Name = OperatorRole, Permissions = [_decide, _query, _export] },
        new() { Name = DepartmentRole, Permissions = [_query, _export, _issue, _void, _viewCertificates] },
        new() { Name = StandardRoles.Leader, Permissions = [_query] },
        new() { Name = StandardRoles.Student, Permissions = [_ownSheet] },
    ];
}
