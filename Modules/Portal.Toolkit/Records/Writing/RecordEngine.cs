using Portal.Audit;
using Portal.Data;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Records.Storage;
using Portal.Toolkit.Reviews;
using Portal.Units;

namespace Portal.Toolkit.Records.Writing;

/// <summary>Opens a <see cref="RecordWriter"/> in a transaction.</summary>
internal sealed class RecordEngine(
    RecordCatalog catalog, ISecretText secrets, IAuditLog audit, INotices notices, IUnitContext context, IUnitTree units, LocalTime local, TimeProvider clock)
{
    public RecordCatalog Catalog { get; } = catalog;

    public ISecretText Secrets { get; } = secrets;

    public IAuditLog Audit { get; } = audit;

    public INotices Notices { get; } = notices;

    public IUnitContext Context { get; } = context;

    public IUnitTree Units { get; } = units;

    public LocalTime Local { get; } = local;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<RecordWriter> OpenAsync(WriteTransaction transaction, RecordBook book)
    {
        var reader = new RecordReader(ReviewData.Of(transaction), Catalog, Secrets);
        return new(this, transaction, reader, book, await reader.SettingsAsync(book));
    }
}
