using Portal.Security.Permissions;

namespace Portal.Samples.DropIn;

public sealed class Permissions : IPermissionProvider
{
    public const string ManageTerms = "samples.terms.manage";

    private static readonly Permission _terms = new(ManageTerms, "维护学期");

    public IEnumerable<Permission> GetPermissions() => [_terms];

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
        [new() { Name = StandardRoles.Administrator, Permissions = [_terms] }];
}
