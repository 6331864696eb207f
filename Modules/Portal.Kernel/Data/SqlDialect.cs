namespace Portal.Data;

/// <summary>The SQL that differs is switched on this, beside the query it belongs to.</summary>
public enum SqlDialect
{
    Sqlite,

    /// <summary>MySQL and MariaDB.</summary>
    MySql,
}
