using Portal.Data;

namespace Portal.Toolkit.Records.Writing;

/// <summary>Which units have to do with a record: its own, its partners, and those whose step it was. Lists of a unit read it by index.</summary>
internal static class RecordUnits
{
    public const string Own = "own";
    public const string Partner = "partner";
    public const string Reviewer = "reviewer";

    public static async Task WriteAsync(WriteTransaction transaction, RecordType type, RecordView? before, RecordView after)
    {
        var (held, wanted) = (UnitsOf(type, before), UnitsOf(type, after));
        foreach (var (unitId, role) in held.Except(wanted))
        {
            await transaction.ExecuteAsync(
                "delete from toolkit_record_unit where type = @Key and unit_id = @unitId and record_id = @Id and role = @role", new { type.Key, unitId, after.Id, role });
        }

        foreach (var (unitId, role) in wanted.Except(held))
            await InsertAsync(transaction, type, after.Id, unitId, role);
    }

    /// <summary>The unit keeps its sight of the record when its step is over.</summary>
    public static async Task AddReviewerAsync(WriteTransaction transaction, RecordType type, long recordId, long unitId)
    {
        var known = await transaction.ScalarAsync<long>(
            """
            select count(*)
            from toolkit_record_unit
            where type = @Key
              and unit_id = @unitId
              and record_id = @recordId
              and role = @Reviewer
            """,
            new { type.Key, unitId, recordId, Reviewer });
        if (known == 0)
            await InsertAsync(transaction, type, recordId, unitId, Reviewer);
    }

    private static Task<int> InsertAsync(WriteTransaction transaction, RecordType type, long recordId, long unitId, string role) => transaction.ExecuteAsync(
        "insert into toolkit_record_unit (type, unit_id, record_id, role) values (@Key, @unitId, @recordId, @role)", new { type.Key, unitId, recordId, role });

    private static HashSet<(long UnitId, string Role)> UnitsOf(RecordType type, RecordView? record) =>
        record is null ? [] : [(record.UnitId, Own), .. type.PartnersOf(record).Select(unitId => (unitId, Partner))];
}
