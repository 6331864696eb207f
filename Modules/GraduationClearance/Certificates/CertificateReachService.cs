using Portal.GraduationClearance.Access;

namespace Portal.GraduationClearance.Certificates;

/// <summary>Certificates are handed out to students of the post's own unit and below, never by a step's grant.</summary>
public sealed class CertificateReachService(IUnitContext context, IUnitTree tree)
{
    public DepartmentReach Reach => DepartmentReach.Of(tree, context.UnitId);
}
