using Portal.Data;
using Portal.Units;

namespace Portal.Toolkit.Reviews;

/// <summary>
/// A module's side of one route; contributed in its Startup by <c>services.AddScoped&lt;ReviewHandler, …&gt;()</c>. Everything it is asked runs in the
/// transaction of the change; an exception undoes the change. Lock order: the review's row first, then the module's own rows.
/// </summary>
public abstract class ReviewHandler
{
    /// <summary>The same object at each call.</summary>
    public abstract ReviewRoute Route { get; }

    /// <summary>How many ids <see cref="ChangedAsync"/> takes at most, audit rows of its own included.</summary>
    public virtual int IdsPerChange => 0;

    /// <summary>Shown to whoever acts on a finished review: 已核办完毕，无法撤销.</summary>
    public virtual string FinishedText => "已办结，不能再办理。";

    /// <summary>The audit's subject, <c>application:42</c>.</summary>
    public abstract string Subject(Review review);

    /// <summary>The audit's action and the history's word, in Chinese.</summary>
    public virtual string ActionText(ReviewChange change) => ReviewWords.Of(change);

    /// <summary>Keys of the route's steps in the order of a new review; by default the route's own.</summary>
    public virtual Task<IReadOnlyList<string>> OrderAsync(WriteTransaction transaction, ReviewStart start) =>
        Task.FromResult<IReadOnlyList<string>>([.. Route.Steps.Select(step => step.Key)]);

    /// <summary>Whether the step is needed; asked when its turn comes. A step that is not is recorded as skipped.</summary>
    public virtual Task<bool> AppliesAsync(WriteTransaction transaction, Review review, ReviewStep step) => Task.FromResult(true);

    /// <summary>A reason to stop in front of the step, or null. Asked before it is entered, and again by 重新校验.</summary>
    public virtual Task<ReviewHold?> HoldAsync(WriteTransaction transaction, Review review, ReviewStep step) => Task.FromResult<ReviewHold?>(null);

    /// <summary>The unit whose turn it is; asked when the step is entered and kept with it. Null refuses the change.</summary>
    public abstract Task<long?> ResolveUnitAsync(WriteTransaction transaction, Review review, ReviewStep step);

    /// <summary>Whether the person made the subject; by default whoever started the review.</summary>
    public virtual Task<bool> IsMakerAsync(ReadSession data, Review review, long personId) => Task.FromResult(review.StarterPersonId == personId);

    /// <summary>Whether the maker is barred from deciding this step. When not, his decision is marked as a self review.</summary>
    public virtual Task<bool> FourEyesAsync(ReadSession data, Review review, ReviewStep step) => Task.FromResult(true);

    /// <summary>Why this post may not decide the step although it is its unit's turn and its role holds the permission; null when it may.</summary>
    public virtual Task<string?> FindObstacleAsync(ReadSession data, Review review, ReviewStep step, Post post) => Task.FromResult<string?>(null);

    /// <summary>Whether this post may withdraw; by default any post of the starter's unit. May throw <see cref="ReviewRefusedException"/> to say why not.</summary>
    public virtual Task<bool> MayWithdrawAsync(ReadSession data, Review review, Post post) => Task.FromResult(post.UnitId == review.StarterUnitId);

    /// <summary>Whether this post may resubmit what was returned to the starter; by default any post of the starter's unit.</summary>
    public virtual Task<bool> MayResubmitAsync(ReadSession data, Review review, Post post) => Task.FromResult(post.UnitId == review.StarterUnitId);

    /// <summary>Who is told when the unit is overdue; null takes the unit above it in the organisation tree.</summary>
    public virtual Task<long?> SuperiorUnitAsync(ReadSession data, Review review, long unitId) => Task.FromResult<long?>(null);

    /// <summary>The module's own effect of a change: states, locks, follow-up work. The audit row is the engine's.</summary>
    public abstract Task ChangedAsync(WriteTransaction transaction, ReviewChange change);
}
