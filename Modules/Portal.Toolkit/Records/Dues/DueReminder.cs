using System.Data.Common;
using Dapper;
using Portal.Data;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Records.Writing;

namespace Portal.Toolkit.Records.Dues;

/// <summary>
/// One message a day for each person, unit and office, with all that is due. The row says when it is told next, and only who finds it unchanged moves
/// it on, so that two hosts do not tell twice.
/// </summary>
internal sealed class DueReminder(DbDataSource source, IWriteTransactions transactions, INotices notices, RecordCatalog catalog, LocalTime local, TimeProvider clock)
{
    private const int Batch = 200;
    private const int MostLines = 12;
    private const int DaysUntilOffice = 7;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var more = true; more;)
        {
            var rows = await ListAsync(cancellationToken);
            more = rows.Count == Batch;
            if (rows.Count > 0)
                await transactions.RunAsync(rows.Count * 6, transaction => TellAsync(transaction, rows), cancellationToken);
        }
    }

    private async Task<IReadOnlyList<ReminderRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ReminderRow>(new CommandDefinition(
            """
            select due.record_id, due.due_key, due.type, due.unit_id, due.owner_id, due.due_at, due.remind_at, record.title, record.no
            from toolkit_record_due due
            join toolkit_record record on record.id = due.record_id
            where due.remind_at <= @now
            order by due.remind_at, due.record_id
            limit @Batch
            """,
            new { now = clock.GetUtcNow().UtcDateTime, Batch },
            cancellationToken: cancellationToken))).AsList();
    }

    private async Task TellAsync(WriteTransaction transaction, IReadOnlyList<ReminderRow> rows)
    {
        transaction.WithoutAudit("A reminder changes nothing of the record.");
        var lines = new List<(string Module, long? PersonId, long? UnitId, string Text)>();
        foreach (var row in rows)
        {
            var due = catalog.Find(row.Type)?.Dues.FirstOrDefault(found => found.Key == row.DueKey);
            if (await MoveOnAsync(transaction, row, due) && due is not null)
                lines.AddRange(await LinesAsync(transaction, row, due));
        }

        foreach (var group in lines.Distinct().GroupBy(line => (line.Module, line.PersonId, line.UnitId)))
        {
            var texts = group.Select(line => line.Text).ToArray();
            await notices.SendAsync(transaction, new()
            {
                ModuleId = group.Key.Module,
                PersonId = group.Key.PersonId,
                UnitId = group.Key.UnitId,
                Permission = group.Key.UnitId is not null && catalog.FindBook(group.Key.Module) is { } book ? RecordNoticeAudience.Of(book) : "",
                Title = $"到期提醒：{texts.Length} 项",
                Text = string.Join('\n', texts.Take(MostLines)) + (texts.Length > MostLines ? $"\n……共 {texts.Length} 项，见“我的到期”。" : ""),
                Link = "/workbench/dues",
            });
        }
    }

    private async Task<IReadOnlyList<(string Module, long? PersonId, long? UnitId, string Text)>> LinesAsync(WriteTransaction transaction, ReminderRow row, RecordDue due)
    {
        var type = catalog.Get(row.Type);
        var book = catalog.BookOf(type);
        var day = DueTimes.DayOf(row.DueAt, local);
        var left = day.DayNumber - local.Today.DayNumber;
        var when = left switch { < 0 => $"已超期 {-left} 天", 0 => "今天到期", _ => $"还有 {left} 天" };
        var title = row.Title.Length <= 60 ? row.Title : $"{row.Title[..60]}…";
        var text = $"{due.Label}：{title}（{row.No}），{day:yyyy-MM-dd}，{when}";
        var lines = new List<(string, long?, long?, string)> { (book.ModuleId, null, row.UnitId, text) };
        if (row.OwnerId > 0)
            lines.Add((book.ModuleId, row.OwnerId, null, text));
        var offices = due.Offices.Concat(-left >= DaysUntilOffice && !type.IsSensitive && book.LateOffice is { } late ? [late] : []).Distinct();
        foreach (var office in offices)
        {
            var unitId = await transaction.FirstOrDefaultAsync<long?>(
                "select unit_id from toolkit_record_office where module_id = @ModuleId and role_key = @office", new { book.ModuleId, office });
            if (unitId is not null && unitId != row.UnitId)
                lines.Add((book.ModuleId, null, unitId, text));
        }

        return lines;
    }

    private async Task<bool> MoveOnAsync(WriteTransaction transaction, ReminderRow row, RecordDue? due) => await transaction.ExecuteAsync(
        """
        update toolkit_record_due
        set remind_at = @next
        where record_id = @RecordId
          and due_key = @DueKey
          and due_at = @DueAt
          and remind_at = @RemindAt
        """,
        new { next = due is null ? (DateTime?)null : DueTimes.NextReminder(due, row.DueAt, local.Today, local), row.RecordId, row.DueKey, row.DueAt, row.RemindAt }) == 1;

    private sealed record ReminderRow
    {
        public long RecordId { get; init; }

        public string DueKey { get; init; } = "";

        public string Type { get; init; } = "";

        public long UnitId { get; init; }

        public long OwnerId { get; init; }

        public DateTime DueAt { get; init; }

        public DateTime RemindAt { get; init; }

        public string Title { get; init; } = "";

        public string No { get; init; } = "";
    }
}
