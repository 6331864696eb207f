using Portal.Toolkit.Records.Writing;

namespace Portal.Toolkit.Records.Access;

/// <summary>Units that have to do with records.</summary>
internal static class RecordUnitQueries
{
    public static async Task<IReadOnlyList<RecordUnit>> ListAsync(ReadSession data, long recordId) => [.. (await ListAsync(data, [recordId]))[recordId]];

    /// <summary>The same of several records, by record.</summary>
    public static async Task<ILookup<long, RecordUnit>> ListAsync(ReadSession data, IReadOnlyCollection<long> recordIds) =>
        (await data.QueryAsync<UnitRow>("select record_id, unit_id, role from toolkit_record_unit where record_id in @recordIds", new { recordIds }))
            .ToLookup(row => row.RecordId, row => new RecordUnit(row.UnitId, row.Role != RecordUnits.Reviewer));

    private sealed record UnitRow
    {
        public long RecordId { get; init; }

        public long UnitId { get; init; }

        public string Role { get; init; } = "";
    }
}
