using System.Text.Json.Nodes;
using Portal.Data;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Storage;
using Portal.Toolkit.Records.Writing;

namespace Portal.Toolkit.Records;

/// <summary>
/// Writes records inside a transaction: row, values, unique keys, links, due dates, history, audit and the type's own effect, or nothing at all. Given to
/// <see cref="RecordType.ChangedAsync"/> and to the module's own commands; what it does is not asked for grants, but for guards.
/// </summary>
public sealed class RecordWriter
{
    /// <summary>Ids that each record written takes, beside those of its type's own effect.</summary>
    public const int IdsPerRecord = 3;

    /// <summary>Ids that a move into a final state takes where a route or a change request of the record may run: it is ended with it.</summary>
    public const int IdsPerEnd = IdsPerRecord + 3 + MostSteps;

    /// <summary>Most steps of a route; each of their units may have to be told that it is over.</summary>
    internal const int MostSteps = 12;

    private readonly RecordEngine _engine;
    private readonly RecordReader _reader;
    private readonly List<string> _warnings = [];

    internal RecordWriter(RecordEngine engine, WriteTransaction transaction, RecordReader reader, RecordBook book, RecordSettings settings)
    {
        _engine = engine;
        _reader = reader;
        Transaction = transaction;
        Book = book;
        Settings = settings;
        Actor = new(engine.Context.Person?.Id, engine.Context.UnitId, [.. book.Roles.Where(role => engine.Context.Has(role.Permission)).Select(role => role.Key)])
        {
            Name = engine.Context.Person?.Name ?? "系统",
        };
    }

    public WriteTransaction Transaction { get; }

    public RecordSettings Settings { get; }

    /// <summary>In the portal's zone.</summary>
    public DateOnly Today => _engine.Local.Today;

    /// <summary>In UTC.</summary>
    public DateTime Now => _engine.Now;

    /// <summary>Who is at work.</summary>
    public RecordActor Actor { get; }

    /// <summary>Said by guards that only warn.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    internal RecordBook Book { get; }

    /// <summary>A record of any type; null when there is none.</summary>
    public Task<RecordView?> FindAsync(long id) => _reader.FindAsync(id);

    /// <summary>Waits until nobody else holds the record, and holds it until the transaction ends; what is read afterwards is the latest.</summary>
    public Task LockAsync(long id) => RecordStore.LockAsync(Transaction, id);

    /// <summary>What guards see of a record.</summary>
    public RecordContext ContextOf(RecordView record, RecordView? before = null) => new(_reader, this, record, before);

    /// <summary>
    /// How a message names another record to whoever is at work: by number and title where the post may read it, otherwise without a number and with unit and
    /// type in the place of the title. All messages of guards and effects name others by it.
    /// </summary>
    public async Task<RecordRef> NameAsync(RecordView record)
    {
        var type = _engine.Catalog.Get(record.Row.Type);
        var rights = _engine.Access.RightsOn(type, record, await RecordUnitQueries.ListAsync(ReadSession.Of(Transaction), record.Id));
        return rights.MayRead ? record.Reference : new(record.Id, "", $"{_engine.Units.Find(record.UnitId)?.Name}的{type.Label}");
    }

    internal ValueTask<WorkDays> WorkDaysAsync() => _engine.Calendar.GetAsync(Transaction);

    /// <summary>A new record, owned by whoever is at work; a draft unless another state is given.</summary>
    /// <exception cref="RefusedException">A guard or a unique key stands against it.</exception>
    public async Task<RecordView> CreateAsync(string type, long unitId, JsonObject values, string? state = null, string label = "新建", RecordRow? common = null)
    {
        var definition = _engine.Catalog.Get(type);
        var row = (common ?? new RecordRow()) with
        {
            Id = Transaction.NextId(),
            Type = type,
            UnitId = unitId,
            State = state ?? RecordState.Draft.Key,
            Year = common is { Year: > 0 } ? common.Year : Today.Year,
            OwnerId = common is { OwnerId: > 0 } ? common.OwnerId : _engine.Context.Person?.Id ?? 0,
            OwnerName = common is { OwnerId: > 0 } ? common.OwnerName : _engine.Context.Person?.Name ?? "系统",
            Version = 1,
            CreatedAt = Now,
        };
        row = row with { No = await RecordNumber.NextAsync(Transaction, definition, row.Year) };
        var change = new RecordChange { Kind = RecordChangeKind.Created, After = new(row, values, []) };
        await CheckAsync(RecordGuard.Save, change.After, null);
        return await WriteAsync(change, label);
    }

    /// <summary>Changes values without a change of state; a null value clears the field.</summary>
    /// <exception cref="StaleException">Somebody was faster.</exception>
    public Task<RecordView> SetAsync(RecordView record, string label, params (string Field, JsonNode? Value)[] values)
    {
        var data = (JsonObject)record.Data.DeepClone();
        foreach (var (field, value) in values)
        {
            data.Remove(field);
            if (value is not null)
                data[field] = value;
        }

        return WriteAsync(new() { Kind = RecordChangeKind.Edited, Before = record, After = record.With(data) }, label);
    }

    /// <summary>Makes a move of the type, with its guards. Where it ends in a final state, a route or change request that still runs is ended with it.</summary>
    /// <exception cref="RefusedException">The record is not in a state of the move, or a guard stands against it.</exception>
    /// <exception cref="StaleException">Somebody was faster.</exception>
    public async Task<RecordView> MoveAsync(RecordView record, string move, string reason = "", JsonObject? data = null)
    {
        var type = _engine.Catalog.Get(record.Row.Type);
        var found = type.FindMove(move) ?? throw new InvalidOperationException($"{type.Key} has no move {move}.");
        if (!found.From.Contains(record.State))
            throw new RefusedException($"“{(await NameAsync(record)).Title}”现在是“{type.StateOf(record.State).Label}”，不能{found.Label}。");
        var after = (data is null ? record : record.With(data)).With(record.Row with { State = found.EndsIn(record.State) });
        await CheckAsync(move, after, record);
        var moved = await WriteAsync(new() { Kind = RecordChangeKind.Moved, Before = record, After = after, Move = found, Text = reason }, found.Label);
        return type.StateOf(moved.State).IsFinal && await EndReviewAsync(moved, $"已{found.Label}") ? (await FindAsync(moved.Id))! : moved;
    }

    // What has come to its end is changed no more: nobody shall be asked to decide on it.
    private async Task<bool> EndReviewAsync(RecordView record, string reason)
    {
        var running = await Transaction.QueryAsync<long>(
            """
            select id
            from toolkit_review
            where id in (@ReviewId, (select review_id from toolkit_record_change where id = @ChangeId))
              and finished_at is null
            """,
            new { record.Row.ReviewId, record.Row.ChangeId });
        foreach (var reviewId in running)
            await _engine.Reviews.ExpireAsync(Transaction, reviewId, $"{reason}，不再办理");
        return running.Count > 0;
    }

    /// <summary>Tells the posts of a unit that work with records of the book; takes one id.</summary>
    public Task NotifyUnitAsync(long unitId, RecordView record, string title, string text) => NotifyAsync(unitId, RecordNoticeAudience.Of(Book), record, title, text);

    /// <summary>Tells the unit that is this office, if anybody named one; takes one id.</summary>
    public async Task NotifyOfficeAsync(string unitRole, RecordView record, string title, string text)
    {
        if (await _reader.OfficeAsync(record.Row.Type, unitRole) is { } unitId)
            await NotifyAsync(unitId, RecordNoticeAudience.Of(Book, unitRole), record, title, text);
    }

    private Task NotifyAsync(long unitId, string audience, RecordView record, string title, string text) => _engine.Notices.SendAsync(
        Transaction, new() { UnitId = unitId, Permission = audience, Title = title, Text = text, Link = RecordAddress.Of(record), ModuleId = Book.ModuleId });

    /// <summary>Tells a person; takes one id.</summary>
    public Task NotifyPersonAsync(long personId, RecordView record, string title, string text) => _engine.Notices.SendAsync(
        Transaction, new() { PersonId = personId, Title = title, Text = text, Link = RecordAddress.Of(record), ModuleId = Book.ModuleId });

    /// <summary>Asks the guards of a move or of one of the words of <see cref="RecordGuard"/>.</summary>
    /// <exception cref="RefusedException">The first that stands against it.</exception>
    internal async Task CheckAsync(string on, RecordView after, RecordView? before)
    {
        var context = ContextOf(after, before);
        foreach (var guard in _engine.Catalog.Get(after.Row.Type).Guards.Concat(Book.Guards).Where(guard => guard.AppliesTo(on)))
        {
            if (await guard.Check(context) is not { } message)
                continue;
            var text = guard.Article.Length == 0 ? message : $"{message}（{guard.Article}）";
            if (guard.OnlyWarns || (guard.StrictSetting is { } strict && !Settings.Is(strict)))
                _warnings.Add(text);
            else
                throw new RefusedException(text);
        }
    }

    internal async Task<RecordView> WriteAsync(RecordChange change, string label, bool isAudited = true)
    {
        var type = _engine.Catalog.Get(change.After.Row.Type);
        var after = RecordColumns.Fill(type, change.After, Now);
        var text = RecordJson.Write(type, after.Data, _engine.Secrets);
        if (change.Kind == RecordChangeKind.Created)
            await RecordStore.InsertAsync(Transaction, after.Row, text);
        else if (!await RecordStore.UpdateAsync(Transaction, after.Row, text))
            throw new StaleException($"“{(await NameAsync(after)).Title}”");
        else
            after = after.With(after.Row with { Version = after.Row.Version + 1 });
        await RecordKeys.WriteAsync(Transaction, type, after, _engine.Secrets);
        await RecordLinks.WriteAsync(Transaction, type, change.Before, after);
        await RecordUnits.WriteAsync(Transaction, type, change.Before, after);
        await Dues.RecordDues.WriteAsync(Transaction, _engine, type, after, Settings);
        var written = change with { After = after };
        await RecordHistory.WriteAsync(Transaction, _engine, written, label);
        if (isAudited)
            await RecordHistory.AuditAsync(Transaction, _engine, Book, type, written, label);
        await type.ChangedAsync(written, this);
        return await _reader.FindAsync(after.Id) ?? after;
    }
}
