using System.Text.Json.Nodes;
using Portal.Data;
using Portal.Toolkit.Records.Storage;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records.Writing;

/// <summary>变更: a request to change an approved record. The approved version stays in force until the request has passed the record's route.</summary>
internal sealed record RecordAmendment
{
    private const string Columns = "id, record_id, data, reason, state, review_id, person_id, person_name, version, created_at, ended_at";

    public long Id { get; init; }

    public long RecordId { get; init; }

    /// <summary>The values as they would be.</summary>
    public string Data { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>Key of a <see cref="RecordState"/>.</summary>
    public string State { get; init; } = RecordState.InReview.Key;

    public long? ReviewId { get; init; }

    public long? PersonId { get; init; }

    public string PersonName { get; init; } = "";

    public long Version { get; init; } = 1;

    public DateTime CreatedAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public static Task<RecordAmendment?> FindAsync(ReadSession data, long id) =>
        data.FirstOrDefaultAsync<RecordAmendment>($"select {Columns} from toolkit_record_change where id = @id", new { id });

    public static Task<IReadOnlyList<RecordAmendment>> ListAsync(ReadSession data, long recordId) =>
        data.QueryAsync<RecordAmendment>($"select {Columns} from toolkit_record_change where record_id = @recordId order by id", new { recordId });

    public static Task InsertAsync(WriteTransaction transaction, RecordAmendment change) => transaction.ExecuteAsync(
        $"""
        insert into toolkit_record_change ({Columns})
        values (@Id, @RecordId, @Data, @Reason, @State, @ReviewId, @PersonId, @PersonName, @Version, @CreatedAt, @EndedAt)
        """,
        change);

    public static Task UpdateAsync(WriteTransaction transaction, long id, string data, string reason) => transaction.ExecuteAsync(
        """
        update toolkit_record_change
        set data = @data,
            reason = @reason,
            version = version + 1
        where id = @id
        """,
        new { id, data, reason });

    /// <summary>The record as the request would make it. Only the body is asked to change: what has been kept up since then stays.</summary>
    public RecordView ApplyTo(RecordType type, RecordView record, ISecretText secrets)
    {
        var data = (JsonObject)record.Data.DeepClone();
        var wanted = RecordJson.Read(type, Data, secrets);
        foreach (var field in type.Fields.Where(field => field is { InBody: true, Kept: false }))
        {
            data.Remove(field.Id);
            if (wanted[field.Id] is { } value)
                data[field.Id] = value.DeepClone();
        }

        return record.With(data);
    }

    /// <summary>What a change of its review does to a request, and to the record when it passed.</summary>
    public static async Task ReviewedAsync(RecordWriter writer, RecordEngine engine, RecordType type, RecordView record, long changeId, RecordView amended, ReviewChange change)
    {
        var ended = change.After.State.IsFinal();
        if (change.After.State == ReviewState.Passed && type.StateOf(record.State).IsFinal)
            throw new ReviewRefusedException($"“{record.Title}”现在是“{type.StateOf(record.State).Label}”，变更不能再生效，请退回或不予批准。");
        var state = change.After.State switch
        {
            ReviewState.Passed => RecordState.Approved.Key,
            ReviewState.Rejected => RecordState.Rejected.Key,
            ReviewState.Returned => RecordState.Returned.Key,
            ReviewState.Withdrawn or ReviewState.Expired => RecordState.Withdrawn.Key,
            _ => RecordState.InReview.Key,
        };
        await writer.Transaction.ExecuteAsync(
            """
            update toolkit_record_change
            set state = @state,
                review_id = @reviewId,
                ended_at = @endedAt,
                version = version + 1
            where id = @changeId
            """,
            new { changeId, state, reviewId = change.After.Id, endedAt = ended ? engine.Now : (DateTime?)null });
        if (state == RecordState.Approved.Key)
        {
            var after = amended.With(record.Row with { ChangeId = null });
            await writer.CheckAsync(RecordGuard.Approve, after, record);
            await writer.WriteAsync(new() { Kind = RecordChangeKind.Amended, Before = record, After = after, Review = change, Text = change.Text }, $"{change.Step?.Label}：通过，变更生效", isAudited: false);
        }
        else
        {
            var label = $"变更{RecordReviewWords.Of(change)}";
            var after = record.With(record.Row with { ChangeId = ended ? null : changeId });
            await writer.WriteAsync(new() { Kind = RecordChangeKind.Reviewed, Before = record, After = after, Review = change, Text = change.Text }, label, isAudited: false);
        }
    }
}
