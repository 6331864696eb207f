using System.Data.Common;
using Portal.Data;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Records.Storage;

namespace Portal.Toolkit.Records.Reading;

/// <summary>Lets panels, desks and overviews of a module ask the rules that its guards ask.</summary>
public sealed class RecordSightQueries(DbDataSource source, RecordCatalog catalog, ISecretText secrets, IWorkCalendar calendar, LocalTime local)
{
    /// <summary>Reads on one connection, with the settings in force now.</summary>
    /// <exception cref="InvalidOperationException">The module has no records.</exception>
    public async Task<T> ReadAsync<T>(string moduleId, Func<RecordSight, Task<T>> read, CancellationToken cancellationToken)
    {
        var book = catalog.FindBook(moduleId) ?? throw new InvalidOperationException($"The module {moduleId} has no records.");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var reader = new RecordReader(ReadSession.Of(connection, cancellationToken), catalog, secrets);
        return await read(new(reader, await reader.SettingsAsync(book), local.Today, () => calendar.GetAsync(cancellationToken)));
    }
}
