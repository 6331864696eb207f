using Portal.Units;

namespace Portal.Toolkit.Reviews;

/// <summary>Who may: the post's unit is exactly the waiting one, its role holds the step's permission, and no maker decides where four eyes are asked for.</summary>
internal sealed class ReviewGuard(IUnitContext context, IUnitTree units)
{
    /// <summary>Who acts, for step and history.</summary>
    public ReviewActor Actor => ReviewActor.Of(context);

    /// <summary>Whether it is the current post's turn.</summary>
    public static bool HasTurn(IUnitContext context, Review review) =>
        review.State == ReviewState.Active && context is { Person: not null, Post: not null } && context.UnitId == review.WaitingUnitId && context.Has(review.WaitingPermission);

    /// <returns>Whether the maker decides himself.</returns>
    /// <exception cref="ReviewForbiddenException">Another's turn, or four eyes.</exception>
    public async Task<bool> RequireTurnAsync(ReadSession data, ReviewHandler handler, Review review, ReviewStep step)
    {
        if (context.Person is not { } person || context.UnitId != review.WaitingUnitId)
            throw new ReviewForbiddenException($"“{step.Label}”由{units.Find(review.WaitingUnitId ?? 0)?.Name ?? "其他单位"}办理，您当前的岗位不能办理。");
        if (!context.Has(step.Permission))
            throw new ReviewForbiddenException($"您当前的角色没有办理“{step.Label}”的权限。");
        if (await handler.FindObstacleAsync(data, review, step, RequirePost()) is { } obstacle)
            throw new ReviewForbiddenException(obstacle);
        if (!await handler.IsMakerAsync(data, review, person.Id))
            return false;
        return await handler.FourEyesAsync(data, review, step)
            ? throw new ReviewForbiddenException("经办人不能核办自己提交的事项，请由本单位的其他人办理。")
            : true;
    }

    /// <summary>The current post.</summary>
    /// <exception cref="ReviewForbiddenException">There is none.</exception>
    public Post RequirePost() => context.Post ?? throw new ReviewForbiddenException("您当前没有岗位，不能办理。");
}
