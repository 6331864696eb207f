using Portal.Security.Permissions;

namespace Portal.Samples.Faulty;

public sealed class Permissions : IPermissionProvider
{
    public IEnumerable<Permission> GetPermissions()
    {
        Fault.ThrowIf("permissions");
        return [new Permission(Fault.Name == "doubled" ? "organisation.units.manage" : "faulty.view", "查看")];
    }

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes()
    {
        Fault.ThrowIf("stereotypes");
        return [];
    }
}
