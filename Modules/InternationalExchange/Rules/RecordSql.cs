namespace Portal.InternationalExchange.Rules;

/// <summary>Values of records in SQL. Both dialects keep them as JSON; only the functions differ.</summary>
internal static class RecordSql
{
    /// <summary>The text of a field, null when it is empty. Days compare as text.</summary>
    public static string Text(SqlDialect dialect, string record, string field) => dialect == SqlDialect.Sqlite
        ? $"json_extract({record}.data, '$.{field}')"
        : $"json_unquote(json_extract({record}.data, '$.{field}'))";

    /// <summary>A condition: whether a yes/no field says yes.</summary>
    public static string Is(SqlDialect dialect, string record, string field) => dialect == SqlDialect.Sqlite
        ? $"coalesce(json_extract({record}.data, '$.{field}'), 0) = 1"
        : $"coalesce(json_unquote(json_extract({record}.data, '$.{field}')), 'false') = 'true'";

    /// <summary>How many entries a field with rows has.</summary>
    public static string Count(SqlDialect dialect, string record, string field) => dialect == SqlDialect.Sqlite
        ? $"coalesce(json_array_length({record}.data, '$.{field}'), 0)"
        : $"coalesce(json_length({record}.data, '$.{field}'), 0)";

    /// <summary>Days from one day to another, both counted.</summary>
    public static string Days(SqlDialect dialect, string from, string to) => dialect == SqlDialect.Sqlite
        ? $"cast(julianday({to}) - julianday({from}) as integer) + 1"
        : $"datediff({to}, {from}) + 1";
}
