using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Access;

/// <summary>Which steps the current post decides. Grants take effect, and end, at once.</summary>
public sealed class OperatorStepQueries(DbDataSource source, IUnitContext context, IUnitTree tree, LocalTime time)
{
    /// <summary>The steps of one scheme in their order; steps passed by handing out certificates are not among them.</summary>
    public async Task<IReadOnlyList<OperatorStep>> ListAsync(long schemeId, CancellationToken cancellationToken)
    {
        if (context.Post is not { } post || !context.Has(Permissions.Decide))
            return [];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<StepGrantRow>(new CommandDefinition(
            """
            select s.id, s.scheme_id, s.code, s.name, s.seq, s.remark_required_on_fail, g.can_revoke, g.scope, g.unit_id
            from graduationclearance_step_grant g
            join graduationclearance_step s on s.id = g.step_id
            where g.role_id = @RoleId
              and (g.person_id is null or g.person_id = @PersonId)
              and (g.valid_from is null or g.valid_from <= @today)
              and (g.valid_to is null or g.valid_to >= @today)
              and s.scheme_id = @schemeId
              and s.mode = @manual
            order by s.seq, s.id
            """,
            new { post.RoleId, post.PersonId, today = time.Today, schemeId, manual = (int)StepMode.Manual },
            cancellationToken: cancellationToken));
        return
        [
            .. rows
                .Where(row => row.UnitId is not { } unitId || tree.IsWithin(post.UnitId, unitId))
                .GroupBy(row => row.Id)
                .Select(grants => Merge(grants.ToArray(), post)),
        ];
    }

    public async Task<OperatorStep?> FindAsync(long schemeId, long stepId, CancellationToken cancellationToken) =>
        (await ListAsync(schemeId, cancellationToken)).FirstOrDefault(step => step.Id == stepId);

    private OperatorStep Merge(StepGrantRow[] grants, Post post) => new()
    {
        Id = grants[0].Id,
        SchemeId = grants[0].SchemeId,
        Code = grants[0].Code,
        Name = grants[0].Name,
        Seq = grants[0].Seq,
        RemarkRequiredOnFail = grants[0].RemarkRequiredOnFail,
        Reach = ReachOf(grants, post),
        RevokeReach = ReachOf(grants.Where(grant => grant.CanRevoke), post),
    };

    private DepartmentReach ReachOf(IEnumerable<StepGrantRow> grants, Post post) =>
        grants
            .Select(grant => grant.Scope == GrantScope.WholeSchool ? DepartmentReach.WholeSchool : DepartmentReach.Of(tree, post.UnitId))
            .Aggregate(DepartmentReach.None, (left, right) => left.Union(right));
}
