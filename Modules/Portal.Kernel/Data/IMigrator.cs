using System.Reflection;

namespace Portal.Data;

/// <summary>Brings the tables of kernel, toolkit and modules up to date: embedded SQL, forward only, with a journal.</summary>
public interface IMigrator
{
    /// <summary>Applies what is missing of one assembly's <c>Migrations/{Sqlite,MySql}/NNNN_name.sql</c>.</summary>
    /// <exception cref="MigrationException">A file is half done, was changed after it ran, or failed.</exception>
    Task MigrateAsync(string moduleId, Assembly assembly, CancellationToken cancellationToken);

    /// <summary>Marks a half-done file as done after someone put the table right by hand; false when nothing is half done.</summary>
    Task<bool> ResolveAsync(string moduleId, int version, CancellationToken cancellationToken);
}

/// <summary>A migration cannot go on; the message says which file and what to do.</summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
