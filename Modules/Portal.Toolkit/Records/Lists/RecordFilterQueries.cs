using System.Data.Common;
using Dapper;
using Portal.Units;

namespace Portal.Toolkit.Records.Lists;

/// <summary>The filters a person has saved.</summary>
public sealed class RecordFilterQueries(DbDataSource source, IUnitContext context)
{
    /// <summary>Those of the current person for a type, by name.</summary>
    public async Task<IReadOnlyList<SavedRecordFilter>> ListAsync(RecordType type, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<SavedRecordFilter>(new CommandDefinition(
            """
            select id, name, query
            from toolkit_record_filter
            where person_id = @personId
              and type = @Key
            order by name
            """,
            new { personId = context.Person?.Id ?? 0, type.Key },
            cancellationToken: cancellationToken))).AsList();
    }
}
