using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Schemes;

/// <summary>
/// Whoever changes a scheme's steps, grants or roster first takes the scheme's row, then the students' rows, then the counters.
/// Decisions, 撤销 and certificates share the scheme's row and then take the same way: they go on side by side, and who closes the scheme waits for them.
/// </summary>
internal static class SchemeLock
{
    public static async Task<Scheme> TakeAsync(WriteTransaction transaction, long schemeId) =>
        await transaction.FirstOrDefaultAsync<Scheme>(
            $"""
            select id, name, student_scope, season_year, season_month, status, open_at, close_at, initialised_at, notice, version
            from graduationclearance_scheme
            where id = @schemeId
            {ForUpdate(transaction)}
            """,
            new { schemeId })
        ?? throw new RefusedException("离校方案不存在。");

    /// <summary>The scheme as it stays until the end of the transaction, shared with others who decide; null when there is none.</summary>
    public static Task<Scheme?> ShareAsync(WriteTransaction transaction, long schemeId) =>
        transaction.FirstOrDefaultAsync<Scheme>(
            $"""
            select id, name, status, open_at, close_at
            from graduationclearance_scheme
            where id = @schemeId
            {(transaction.Dialect == SqlDialect.MySql ? "lock in share mode" : "")}
            """,
            new { schemeId });

    /// <summary>As <see cref="TakeAsync"/>, for changes that a closed scheme does not take.</summary>
    public static async Task<Scheme> TakeForChangeAsync(WriteTransaction transaction, long schemeId) => RequireChangeable(await TakeAsync(transaction, schemeId));

    /// <exception cref="RefusedException">The scheme is closed or archived.</exception>
    public static Scheme RequireChangeable(Scheme scheme) => scheme.Status is SchemeStatus.Draft or SchemeStatus.Open
        ? scheme
        : throw new RefusedException($"方案“{scheme.Name}”{Words.Of(scheme.Status)}，不能修改环节、授权和名单。{(scheme.Status == SchemeStatus.Closed ? "请先重新打开方案。" : "")}");

    /// <summary>Makes every student of the scheme wait, for changes that touch the records of all.</summary>
    public static Task<IReadOnlyList<long>> TakeStudentsAsync(WriteTransaction transaction, long schemeId) =>
        transaction.QueryAsync<long>(
            $"""
            select id
            from graduationclearance_student
            where scheme_id = @schemeId
            order by id
            {ForUpdate(transaction)}
            """,
            new { schemeId });

    public static string ForUpdate(WriteTransaction transaction) => transaction.Dialect == SqlDialect.MySql ? "for update" : "";
}
