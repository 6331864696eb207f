using Portal.Data;

namespace Portal.Toolkit.Records.Dues;

/// <summary>
/// Row of <c>toolkit_record_due</c>: one date by which something was or is owed. Of each due date of a record at most one is open; the others stay as they were
/// kept, for the statistics. Times are UTC.
/// </summary>
internal sealed record DueRow
{
    public const string Columns = "record_id, due_key, due_at, type, unit_id, owner_id, is_open, remind_at, done_at, rests_on";

    private const string Separator = ",";

    public long RecordId { get; init; }

    public string DueKey { get; init; } = "";

    /// <summary>The first moment at which it is late.</summary>
    public DateTime DueAt { get; init; }

    public string Type { get; init; } = "";

    public long UnitId { get; init; }

    public long OwnerId { get; init; }

    public bool IsOpen { get; init; }

    /// <summary>When people are told next; null when it is done.</summary>
    public DateTime? RemindAt { get; init; }

    /// <summary>When it was done, or given up after it was late; null while it is open.</summary>
    public DateTime? DoneAt { get; init; }

    /// <summary>Keys of the settings it was computed with; see <see cref="Uses"/>.</summary>
    public string RestsOn { get; init; } = "";

    public static string Join(IEnumerable<string> settings) => string.Join(Separator, settings);

    /// <summary>Whether dates that rest on these settings rest on this one.</summary>
    public static bool Uses(string restsOn, string setting) => restsOn.Split(Separator).Contains(setting);

    public static Task<IReadOnlyList<DueRow>> ListAsync(WriteTransaction transaction, long recordId) =>
        transaction.QueryAsync<DueRow>($"select {Columns} from toolkit_record_due where record_id = @recordId", new { recordId });

    public Task InsertAsync(WriteTransaction transaction) => transaction.ExecuteAsync(
        $"insert into toolkit_record_due ({Columns}) values (@RecordId, @DueKey, @DueAt, @Type, @UnitId, @OwnerId, @IsOpen, @RemindAt, @DoneAt, @RestsOn)", this);

    public Task UpdateAsync(WriteTransaction transaction) => transaction.ExecuteAsync(
        """
        update toolkit_record_due
        set unit_id = @UnitId,
            owner_id = @OwnerId,
            is_open = @IsOpen,
            remind_at = @RemindAt,
            done_at = @DoneAt,
            rests_on = @RestsOn
        where record_id = @RecordId
          and due_key = @DueKey
          and due_at = @DueAt
        """,
        this);

    public Task DeleteAsync(WriteTransaction transaction) =>
        transaction.ExecuteAsync("delete from toolkit_record_due where record_id = @RecordId and due_key = @DueKey and due_at = @DueAt", this);
}
