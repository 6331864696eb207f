using Portal.Toolkit.Records.Writing;

namespace Portal.Toolkit.Records.Access;

/// <summary>Units that have to do with a record.</summary>
internal static class RecordUnitQueries
{
    public static async Task<IReadOnlyList<RecordUnit>> ListAsync(ReadSession data, long recordId) =>
        [.. (await data.QueryAsync<UnitRow>("select unit_id, role from toolkit_record_unit where record_id = @recordId", new { recordId }))
            .Select(row => new RecordUnit(row.UnitId, row.Role != RecordUnits.Reviewer))];

    private sealed record UnitRow
    {
        public long UnitId { get; init; }

        public string Role { get; init; } = "";
    }
}
