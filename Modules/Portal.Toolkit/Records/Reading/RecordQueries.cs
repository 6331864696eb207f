using System.Data.Common;
using Portal.Audit;
using Portal.Data;
using Portal.Modules;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Storage;
using Portal.Toolkit.Records.Writing;
using Portal.Toolkit.Reviews;
using Portal.Units;

namespace Portal.Toolkit.Records.Reading;

/// <summary>Reads records for the current post. What it may not read does not exist for it; reads of sensitive types are audited.</summary>
public sealed class RecordQueries(
    DbDataSource source, RecordCatalog catalog, RecordAccess access, ReviewQueries reviews, RecordTextService texts, RecordRouteService routes, ISecretText secrets,
    IModuleSwitch modules, IUnitContext context, IUnitTree units, IWriteTransactions transactions, IAuditLog audit, LocalTime local, TimeProvider clock)
{
    /// <summary>Everything the record's page shows; null when there is no such record for the current post.</summary>
    public async Task<RecordDetails?> FindAsync(string type, long id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not { } details || details.Type.Key != type || access.IsPersonal(details.Type))
            return null;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var data = ReadSession.Of(connection, cancellationToken);
        return details with
        {
            MayWithdraw = details.Running is { } running && await reviews.MayWithdrawAsync(running.Review, cancellationToken),
            History = details.IsRestricted ? [] : await data.QueryAsync<RecordEvent>($"select {RecordEvent.Columns} from toolkit_record_event where record_id = @id order by id", new { id }),
            Deadlines = await DeadlinesAsync(data, details),
            Route = await routes.FindAsync(data, details, cancellationToken),
            Previous = details.Record.Row.PreviousId is { } previousId && await Reader(data).FindAsync(previousId) is { } previous ? previous.Reference : null,
        };
    }

    /// <summary>Where the person of a dossier reads it; null for anybody else.</summary>
    public async Task<string?> FindPersonalPageAsync(string type, long id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) is { } details && details.Type.Key == type && access.IsPersonal(details.Type) ? details.Type.PersonalPage : null;

    /// <summary>Whether the current post may read the record with its files.</summary>
    public async Task<bool> MayReadFilesAsync(long id, string moduleId, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) is { IsRestricted: false } details && details.Book.ModuleId == moduleId;

    /// <summary>The record that the subject of a review is or would change; null when there is none for the current post.</summary>
    public async Task<RecordView?> FindReviewedAsync(long subjectId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var id = await ReadSession.Of(connection, cancellationToken).FirstOrDefaultAsync<long?>(
            "select record_id from toolkit_record_change where id = @subjectId", new { subjectId }) ?? subjectId;
        return (await ReadAsync(id, cancellationToken))?.Record;
    }

    private async Task<RecordDetails?> ReadAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var data = ReadSession.Of(connection, cancellationToken);
        if (await Reader(data).FindAsync(id) is not { } record || catalog.Find(record.Row.Type) is not { } type || !catalog.IsOn(type, modules, context))
            return null;
        var rights = access.RightsOn(type, record, await RecordUnitQueries.ListAsync(data, id));
        if (!rights.MayRead)
            return null;
        var timeline = await TimelineAsync(type, record, record.Row.ReviewId, cancellationToken);
        var amendment = record.Row.ChangeId is { } changeId ? await AmendmentAsync(data, type, record, changeId, cancellationToken) : null;
        var running = amendment?.Timeline ?? timeline;
        var details = new RecordDetails
        {
            Book = catalog.BookOf(type),
            Type = type,
            Record = record,
            Rights = rights,
            UnitName = units.Find(record.UnitId)?.Name ?? "（单位已撤销）",
            Timeline = timeline,
            Amendment = amendment,
            MayDecide = running is not null && await reviews.MayDecideAsync(running.Review, cancellationToken),
        };
        if (amendment is not null)
            details = details with { Amendment = amendment with { Differences = texts.Differences(type, record, amendment.Amended, details.Shows, !details.ShowsSecrets) } };
        if (type.IsSensitive && !details.IsRestricted)
            await NoteAsync(details, cancellationToken);
        return details;
    }

    private async Task<RecordAmendmentDetails?> AmendmentAsync(ReadSession data, RecordType type, RecordView record, long changeId, CancellationToken cancellationToken)
    {
        if (await RecordAmendment.FindAsync(data, changeId) is not { } change)
            return null;
        var amended = change.ApplyTo(type, record, secrets);
        return new()
        {
            Id = change.Id,
            Reason = change.Reason,
            PersonName = change.PersonName,
            CreatedAt = change.CreatedAt,
            State = change.State,
            Amended = amended,
            Timeline = await TimelineAsync(type, amended, change.ReviewId, cancellationToken),
        };
    }

    private async Task<ReviewTimeline?> TimelineAsync(RecordType type, RecordView record, long? reviewId, CancellationToken cancellationToken) =>
        reviewId is { } id && await reviews.TimelineAsync(id, cancellationToken) is { } timeline ? RecordStepLine.Of(timeline, type, record) : null;

    private async Task<IReadOnlyList<RecordDeadline>> DeadlinesAsync(ReadSession data, RecordDetails details)
    {
        var rows = await data.QueryAsync<Dues.DueRow>($"select {Dues.DueRow.Columns} from toolkit_record_due where record_id = @Id order by due_at", new { details.Record.Id });
        var now = clock.GetUtcNow().UtcDateTime;
        return
        [
            .. from row in rows.GroupBy(row => row.DueKey).Select(dates => dates.FirstOrDefault(row => row.IsOpen) ?? dates.Last())
               let due = details.Type.Dues.FirstOrDefault(found => found.Key == row.DueKey)
               where due is not null
               orderby row.DueAt
               select new RecordDeadline(due.Label, Dues.DueTimes.DayOf(row.DueAt, local), row.IsOpen, row.DueAt <= (row.DoneAt ?? now)),
        ];
    }

    private Task NoteAsync(RecordDetails details, CancellationToken cancellationToken) => transactions.RunAsync(
        0,
        transaction => audit.WriteAsync(transaction, new() { Module = details.Book.ModuleId, Action = $"{details.Type.Label}：查看", Subject = $"record:{details.Record.Id}" }),
        cancellationToken);

    private RecordReader Reader(ReadSession data) => new(data, catalog, secrets);
}
