namespace Portal.GraduationClearance.Access;

/// <summary>Whose students the current post may look at in 后台管理: its subtree, and wherever it decides a step.</summary>
public sealed class QueryReachQueries(IUnitContext context, IUnitTree tree, OperatorStepQueries steps)
{
    public async Task<DepartmentReach> FindAsync(long schemeId, CancellationToken cancellationToken)
    {
        var own = DepartmentReach.Of(tree, context.UnitId);
        return (await steps.ListAsync(schemeId, cancellationToken)).Aggregate(own, (reach, step) => reach.Union(step.Reach));
    }
}
