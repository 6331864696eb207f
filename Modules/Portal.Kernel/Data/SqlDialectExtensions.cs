using System.Data;

namespace Portal.Data;

internal static class SqlDialectExtensions
{
    extension(SqlDialect dialect)
    {
        /// <summary>SQLite knows one level and begins IMMEDIATE; on MySQL read committed avoids gap locks and with them most deadlocks.</summary>
        public IsolationLevel WriteIsolation => dialect == SqlDialect.Sqlite ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted;
    }
}
