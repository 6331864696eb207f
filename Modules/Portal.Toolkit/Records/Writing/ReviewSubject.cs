using Portal.Data;
using Portal.Toolkit.Records.Storage;

namespace Portal.Toolkit.Records.Writing;

/// <summary>What a review of a record type is about.</summary>
/// <param name="Record">The record as it is in force.</param>
/// <param name="ChangeId">The change request; null when the record itself is reviewed.</param>
/// <param name="Shown">What the reviewers decide on: the record, or the record as the change request would make it.</param>
internal sealed record ReviewSubject(RecordView Record, long? ChangeId, RecordView Shown)
{
    public static async Task<ReviewSubject?> FindAsync(ReadSession data, RecordReader reader, RecordType type, ISecretText secrets, long subjectId)
    {
        if (await reader.FindAsync(subjectId) is { } record)
            return new(record, null, record);
        if (await RecordAmendment.FindAsync(data, subjectId) is not { } change || await reader.FindAsync(change.RecordId) is not { } changed)
            return null;
        return new(changed, change.Id, change.ApplyTo(type, changed, secrets));
    }
}
