using System.Data.Common;
using Dapper;
using Portal.Data;

namespace Portal.Toolkit.Reviews;

/// <summary>The engine's changes, each in a write transaction of its own; see <see cref="IReviews"/> for what they do and throw.</summary>
public sealed class ReviewCommands(IReviews reviews, DbDataSource source, IWriteTransactions transactions)
{
    /// <inheritdoc cref="IReviews.DecideAsync"/>
    public Task<ReviewChange> DecideAsync(
        long reviewId, long version, ReviewDecision decision, string? opinion, string? returnTo, CancellationToken cancellationToken) =>
        RunAsync(reviewId, transaction => reviews.DecideAsync(transaction, reviewId, version, decision, opinion, returnTo), cancellationToken);

    /// <inheritdoc cref="IReviews.ResumeAsync"/>
    public Task<ReviewChange> ResumeAsync(long reviewId, long version, CancellationToken cancellationToken) =>
        RunAsync(reviewId, transaction => reviews.ResumeAsync(transaction, reviewId, version), cancellationToken);

    /// <inheritdoc cref="IReviews.ResubmitAsync"/>
    public Task<ReviewChange> ResubmitAsync(long reviewId, long version, CancellationToken cancellationToken) =>
        RunAsync(reviewId, transaction => reviews.ResubmitAsync(transaction, reviewId, version), cancellationToken);

    /// <inheritdoc cref="IReviews.WithdrawAsync"/>
    public Task<ReviewChange> WithdrawAsync(long reviewId, long version, string? reason, CancellationToken cancellationToken) =>
        RunAsync(reviewId, transaction => reviews.WithdrawAsync(transaction, reviewId, version, reason), cancellationToken);

    /// <inheritdoc cref="IReviews.ReassignAsync"/>
    public Task<ReviewChange> ReassignAsync(long reviewId, long version, long unitId, string? reason, CancellationToken cancellationToken) =>
        RunAsync(reviewId, transaction => reviews.ReassignAsync(transaction, reviewId, version, unitId, reason), cancellationToken);

    /// <inheritdoc cref="IReviews.ExpireAsync"/>
    public Task<ReviewChange> ExpireAsync(long reviewId, string reason, CancellationToken cancellationToken) =>
        RunAsync(reviewId, transaction => reviews.ExpireAsync(transaction, reviewId, reason), cancellationToken);

    /// <inheritdoc cref="IReviews.UrgeAsync"/>
    public Task UrgeAsync(long reviewId, string? note, CancellationToken cancellationToken) => RunAsync(
        reviewId,
        async transaction =>
        {
            await reviews.UrgeAsync(transaction, reviewId, note);
            return true;
        },
        cancellationToken);

    private async Task<T> RunAsync<T>(long reviewId, Func<WriteTransaction, Task<T>> body, CancellationToken cancellationToken)
    {
        string? route;
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        {
            route = await connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(
                "select route_key from toolkit_review where id = @reviewId", new { reviewId }, cancellationToken: cancellationToken));
        }

        return route is null
            ? throw new ReviewNotFoundException()
            : await transactions.RunAsync(reviews.IdsFor(route), body, cancellationToken);
    }
}
