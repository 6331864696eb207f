namespace Portal.Toolkit.Reviews;

/// <summary>A review refused a change; nothing was written. Pages answer with <see cref="StatusCode"/> and show the message.</summary>
public abstract class ReviewException(string message, int statusCode) : Exception(message)
{
    /// <summary>HTTP status of the answer.</summary>
    public int StatusCode { get; } = statusCode;
}

/// <summary>404: there is no such review.</summary>
public sealed class ReviewNotFoundException() : ReviewException("没有找到这项核办，可能地址有误。", 404);

/// <summary>403: another unit's turn, or the post lacks the right, or four eyes are asked for.</summary>
public sealed class ReviewForbiddenException(string message) : ReviewException(message, 403);

/// <summary>409: somebody was faster; the page shows the new state.</summary>
public sealed class ReviewStaleException(string message) : ReviewException(message, 409);

/// <summary>409: the review has ended.</summary>
public sealed class ReviewFinishedException(string message) : ReviewException(message, 409);

/// <summary>422: what was entered does not do, or the route cannot go on.</summary>
/// <param name="message">What is wrong, where, and how to mend it.</param>
/// <param name="field">Name of the input it belongs to: opinion, reason, returnTo, unitId; null when it is none of them.</param>
public sealed class ReviewRefusedException(string message, string? field = null) : ReviewException(message, 422)
{
    public string? Field { get; } = field;
}
