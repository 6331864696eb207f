using Portal.Data;
using Portal.Toolkit.Records.Writing;

namespace Portal.Toolkit.Records.Commands;

/// <summary>Records written by a module itself: its jobs, its demo, commands of its own. It asks for no rights; guards and unique keys hold.</summary>
public sealed class RecordModuleService(RecordCatalog catalog, RecordEngine engine, IWriteTransactions transactions)
{
    /// <summary>Writes in one transaction.</summary>
    /// <param name="moduleId">The module whose book it is.</param>
    /// <param name="records">How many records are written at most, those that effects write included.</param>
    /// <param name="body">What is written; all of it or nothing.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <exception cref="InvalidOperationException">The module has no book.</exception>
    public Task RunAsync(string moduleId, int records, Func<RecordWriter, Task> body, CancellationToken cancellationToken)
    {
        var book = catalog.FindBook(moduleId) ?? throw new InvalidOperationException($"The module {moduleId} has no book of records.");
        return transactions.RunAsync(
            ((RecordWriter.IdsPerRecord + 1) * records) + RecordWriter.IdsPerEnd, async transaction => await body(await engine.OpenAsync(transaction, book)), cancellationToken);
    }
}
