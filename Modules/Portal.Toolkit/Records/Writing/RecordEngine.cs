using Portal.Audit;
using Portal.Data;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Storage;
using Portal.Toolkit.Reviews;
using Portal.Units;

namespace Portal.Toolkit.Records.Writing;

/// <summary>Opens a <see cref="RecordWriter"/> in a transaction.</summary>
public sealed class RecordEngine(
    RecordCatalog catalog, RecordAccess access, ISecretText secrets, IAuditLog audit, INotices notices, IUnitContext context, IUnitTree units, Lazy<IReviews> reviews,
    IWorkCalendar calendar, LocalTime local, TimeProvider clock)
{
    private readonly HashSet<string> _warnings = [];

    /// <summary>What guards warned of in reviews that this visit has moved on.</summary>
    public IReadOnlyCollection<string> Warnings => _warnings;

    internal RecordCatalog Catalog { get; } = catalog;

    internal RecordAccess Access { get; } = access;

    internal ISecretText Secrets { get; } = secrets;

    internal IAuditLog Audit { get; } = audit;

    internal INotices Notices { get; } = notices;

    internal IUnitContext Context { get; } = context;

    internal IUnitTree Units { get; } = units;

    // The handlers of the routes open the engine themselves.
    internal IReviews Reviews => reviews.Value;

    internal IWorkCalendar Calendar { get; } = calendar;

    internal LocalTime Local { get; } = local;

    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    internal void Warn(IEnumerable<string> warnings) => _warnings.UnionWith(warnings);

    internal async Task<RecordWriter> OpenAsync(WriteTransaction transaction, RecordBook book)
    {
        var reader = new RecordReader(ReadSession.Of(transaction), Catalog, Secrets);
        return new(this, transaction, reader, book, await reader.SettingsAsync(book));
    }
}
