using Portal.Data;

namespace Portal.Toolkit.Records.Dues;

/// <summary>Row of <c>toolkit_record_due</c>. Times are UTC.</summary>
internal sealed record DueRow
{
    public const string Columns = "record_id, due_key, type, unit_id, owner_id, due_at, is_open, remind_at";

    public long RecordId { get; init; }

    public string DueKey { get; init; } = "";

    public string Type { get; init; } = "";

    public long UnitId { get; init; }

    public long OwnerId { get; init; }

    /// <summary>The first moment at which it is late.</summary>
    public DateTime DueAt { get; init; }

    public bool IsOpen { get; init; }

    /// <summary>When people are told next; null when it is done.</summary>
    public DateTime? RemindAt { get; init; }

    public static Task WriteAsync(WriteTransaction transaction, DueRow row, bool isNew) => transaction.ExecuteAsync(
        isNew
            ? $"insert into toolkit_record_due ({Columns}) values (@RecordId, @DueKey, @Type, @UnitId, @OwnerId, @DueAt, @IsOpen, @RemindAt)"
            : """
              update toolkit_record_due
              set unit_id = @UnitId,
                  owner_id = @OwnerId,
                  due_at = @DueAt,
                  is_open = @IsOpen,
                  remind_at = @RemindAt
              where record_id = @RecordId
                and due_key = @DueKey
              """,
        row);
}
