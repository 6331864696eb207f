using System.Data.Common;

namespace Portal.Data;

internal static class DataSources
{
    public static DbDataSource Create(DatabaseOptions options, PortalPaths paths)
    {
        if (options.Provider == SqlDialect.Sqlite)
            return SqliteDataSource.Create(options.ConnectionString, paths.DataDirectory);
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
            throw new InvalidOperationException("Database:ConnectionString is empty; Database:Provider=MySql needs one.");
        return MySqlDriver.FindFactory(options.Factory, paths.DriversDirectory).CreateDataSource(options.ConnectionString);
    }
}
