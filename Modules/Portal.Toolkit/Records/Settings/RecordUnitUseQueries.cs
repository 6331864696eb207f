using System.Data.Common;
using Portal.Units;

namespace Portal.Toolkit.Records.Settings;

/// <summary>A unit stays while it is an office, has records, or a step waits for it.</summary>
internal sealed class RecordUnitUseQueries(DbDataSource source, RecordCatalog catalog) : IUnitUse
{
    public async Task<string?> DescribeAsync(long unitId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var data = ReadSession.Of(connection, cancellationToken);
        if (await data.FirstOrDefaultAsync<OfficeRow>("select module_id, role_key from toolkit_record_office where unit_id = @unitId", new { unitId }) is { } office)
        {
            var book = catalog.FindBook(office.ModuleId);
            return $"它是{book?.Title ?? office.ModuleId}的职能部门“{book?.FindRole(office.RoleKey)?.Label ?? office.RoleKey}”";
        }

        if (await data.ScalarAsync<long>("select count(*) from toolkit_record_unit where unit_id = @unitId", new { unitId }) is > 0 and var records)
            return $"有 {records} 条记录由它承办、参与或办理过";
        return await data.ScalarAsync<long>("select count(*) from toolkit_review where waiting_unit_id = @unitId and finished_at is null", new { unitId }) is > 0 and var waiting
            ? $"有 {waiting} 项待它办理"
            : null;
    }

    private sealed record OfficeRow
    {
        public string ModuleId { get; init; } = "";

        public string RoleKey { get; init; } = "";
    }
}
