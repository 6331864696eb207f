using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Oversight;

/// <summary>催办: a notice to the unit awaited, once a day for each step, whoever urges.</summary>
internal sealed class UrgeCommands(IReviews reviews, DbDataSource source, IWriteTransactions transactions, IUnitContext context, LocalTime time)
{
    /// <exception cref="ReviewException">Not the post's to urge, already urged today, or nobody is awaited any more.</exception>
    public async Task UrgeAsync(long reviewId, string? note, CancellationToken cancellationToken)
    {
        if (!context.Has(Permissions.Supervise))
            throw new ReviewForbiddenException("当前岗位不能催办。");
        await transactions.RunAsync(reviews.IdsFor(await RouteAsync(reviewId, cancellationToken)), async transaction =>
        {
            var step = await transaction.FirstOrDefaultAsync<UrgedStep>(
                $"""
                select round, step_no, waiting_unit_id
                from toolkit_review
                where id = @reviewId
                {(transaction.Dialect == SqlDialect.MySql ? "for update" : "")}
                """,
                new { reviewId }) ?? throw new ReviewNotFoundException();
            if (step.WaitingUnitId == context.UnitId)
                throw new ReviewForbiddenException("这一环节等待本单位办理，请直接核办。");
            if (await HasBeenUrgedAsync(transaction, reviewId, step))
                throw new ReviewRefusedException("这一环节今天已经催办过，每个环节每天只能催办一次。请明天再催，或电话联系。");
            await reviews.UrgeAsync(transaction, reviewId, note);
            return true;
        }, cancellationToken);
    }

    private async Task<string> RouteAsync(long reviewId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(
            "select route_key from toolkit_review where id = @reviewId", new { reviewId }, cancellationToken: cancellationToken)) ?? throw new ReviewNotFoundException();
    }

    private async Task<bool> HasBeenUrgedAsync(WriteTransaction transaction, long reviewId, UrgedStep step) => await transaction.ScalarAsync<long>(
        """
        select count(*)
        from toolkit_review_event
        where review_id = @reviewId
          and kind = 'Urged'
          and round = @Round
          and step_no = @StepNo
          and at >= @today
        """,
        new { reviewId, step.Round, step.StepNo, today = time.ToUtc(time.Today.ToDateTime(TimeOnly.MinValue)) }) > 0;

    private sealed record UrgedStep
    {
        public int Round { get; init; }

        public int StepNo { get; init; }

        public long? WaitingUnitId { get; init; }
    }
}
