namespace Portal.Data;

/// <summary>
/// The one way to write. Begins (SQLite: IMMEDIATE), commits, and retries what the database refused as deadlock or busy, at COMMIT too:
/// the body may run twice and does database work only.
/// </summary>
public interface IWriteTransactions
{
    /// <param name="ids">How many ids the body takes; they are leased before the transaction opens. The audit row takes one of its own.</param>
    /// <param name="body">The work; an exception rolls everything back.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="InvalidOperationException">The body wrote no audit row and did not say why.</exception>
    Task<T> RunAsync<T>(int ids, Func<WriteTransaction, Task<T>> body, CancellationToken cancellationToken);

    /// <inheritdoc cref="RunAsync{T}"/>
    Task RunAsync(int ids, Func<WriteTransaction, Task> body, CancellationToken cancellationToken);
}
