using Portal.Data;

namespace Portal.Toolkit.Records.Storage;

/// <summary>The row of a record.</summary>
internal static class RecordStore
{
    public const string Columns =
        """
        id, type, no, title, unit_id, head_id, head_name, owner_id, owner_name, person_id, kind, facet, state, level, secrecy, region, year, start_on, end_on, remarks,
        review_id, step_label, change_id, previous_id, version, created_at, updated_at
        """;

    public static Task InsertAsync(WriteTransaction transaction, RecordRow row, string data) => transaction.ExecuteAsync(
        $"""
        insert into toolkit_record ({Columns}, data)
        values
            (@Id, @Type, @No, @Title, @UnitId, @HeadId, @HeadName, @OwnerId, @OwnerName, @PersonId, @Kind, @Facet, @State, @Level, @Secrecy, @Region, @Year, @StartOn, @EndOn, @Remarks,
            @ReviewId, @StepLabel, @ChangeId, @PreviousId, @Version, @CreatedAt, @UpdatedAt, @data)
        """,
        Parameters(row, data));

    /// <summary>Waits until nobody else holds the record, and holds it until the transaction ends. SQLite has one writer anyway.</summary>
    public static Task LockAsync(WriteTransaction transaction, long id) => transaction.Dialect == SqlDialect.Sqlite
        ? Task.CompletedTask
        : transaction.ScalarAsync<long>("select version from toolkit_record where id = @id for update", new { id });

    /// <summary>Writes what changed and raises the version.</summary>
    /// <returns>False when somebody was faster.</returns>
    public static async Task<bool> UpdateAsync(WriteTransaction transaction, RecordRow row, string data) => await transaction.ExecuteAsync(
        """
        update toolkit_record
        set title = @Title,
            unit_id = @UnitId,
            head_id = @HeadId,
            head_name = @HeadName,
            owner_id = @OwnerId,
            owner_name = @OwnerName,
            person_id = @PersonId,
            kind = @Kind,
            facet = @Facet,
            state = @State,
            level = @Level,
            secrecy = @Secrecy,
            region = @Region,
            year = @Year,
            start_on = @StartOn,
            end_on = @EndOn,
            remarks = @Remarks,
            review_id = @ReviewId,
            step_label = @StepLabel,
            change_id = @ChangeId,
            updated_at = @UpdatedAt,
            data = @data,
            version = version + 1
        where id = @Id
          and version = @Version
        """,
        Parameters(row, data)) == 1;

    private static object Parameters(RecordRow row, string data) => new
    {
        row.Id,
        row.Type,
        row.No,
        row.Title,
        row.UnitId,
        row.HeadId,
        row.HeadName,
        row.OwnerId,
        row.OwnerName,
        row.PersonId,
        row.Kind,
        row.Facet,
        row.State,
        row.Level,
        row.Secrecy,
        row.Region,
        row.Year,
        row.StartOn,
        row.EndOn,
        row.Remarks,
        row.ReviewId,
        row.StepLabel,
        row.ChangeId,
        row.PreviousId,
        row.Version,
        row.CreatedAt,
        row.UpdatedAt,
        data,
    };
}
