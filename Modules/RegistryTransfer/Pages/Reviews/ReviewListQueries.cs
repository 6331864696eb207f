using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Pages.Query;
using Portal.RegistryTransfer.Reviewing;

namespace Portal.RegistryTransfer.Pages.Reviews;

/// <summary>核办: what waits for exactly the current unit and role, the most urgent first.</summary>
internal sealed class ReviewListQueries(DbDataSource source, IUnitContext context)
{
    /// <summary>Reads behind a row named by its due time and review.</summary>
    public async Task<IReadOnlyList<ApplicationRow>> ListAsync(ApplicationKind kind, DateTime? dueAfter, long idAfter, int take, CancellationToken cancellationToken)
    {
        string[] held = [.. new[] { Permissions.ReviewForSchool, Permissions.ReviewForBureau }.Where(context.Has)];
        if (held.Length == 0)
            return [];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ApplicationRow>(new CommandDefinition(
            $"""
            select {ApplicationRow.Columns}, case when a.started_by = @PersonId then 1 else 0 end as is_own
            from toolkit_review r
            join registrytransfer_application a on a.id = r.subject_id
            {ApplicationRow.Provinces}
            where r.waiting_unit_id = @UnitId
              and r.route_key = @route
              and r.waiting_permission in @held
              {(dueAfter is null ? "" : "and r.due_at >= @dueAfter and (r.due_at > @dueAfter or r.id > @idAfter)")}
            order by r.due_at, r.id
            limit @take
            """,
            new { context.UnitId, PersonId = context.Person?.Id, route = ApplicationRoutes.KeyOf(kind), held, dueAfter, idAfter, take },
            cancellationToken: cancellationToken))).AsList();
    }
}
