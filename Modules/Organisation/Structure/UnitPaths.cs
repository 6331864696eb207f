namespace Portal.Organisation.Structure;

/// <summary>The paths of a unit and of all below it, when the unit gets another parent.</summary>
internal static class UnitPaths
{
    /// <summary>Characters a path may have.</summary>
    public const int Longest = 255;

    /// <summary>
    /// Writes the new paths and marks the units with the version of the organisation that moved them: a module that keeps what follows from paths finds the units
    /// that moved without looking at all.
    /// </summary>
    /// <exception cref="RefusedException">The tree would become too deep.</exception>
    public static async Task MoveAsync(WriteTransaction transaction, string from, string to)
    {
        var parameters = new { from, to, end = $"{from[..^1]}0", skip = from.Length + 1, growth = to.Length - from.Length };
        var longest = await transaction.ScalarAsync<int>("select max(length(path)) + @growth from organisation_unit where path >= @from and path < @end", parameters);
        if (longest > Longest)
            throw new RefusedException("移动后层级太深。请选一个更高的上级单位。");
        var moved = transaction.Dialect == SqlDialect.Sqlite ? "@to || substr(path, @skip)" : "concat(@to, substr(path, @skip))";
        await transaction.ExecuteAsync(
            $"""
            update organisation_unit
            set path = {moved}, moved_version = (select version from organisation_state where id = 1)
            where path >= @from and path < @end
            """,
            parameters);
    }
}
