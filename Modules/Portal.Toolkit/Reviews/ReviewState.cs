namespace Portal.Toolkit.Reviews;

/// <summary>Where a review stands.</summary>
public enum ReviewState
{
    /// <summary>A step waits for its unit.</summary>
    Active,

    /// <summary>It stopped in front of a step for a reason that has to go first.</summary>
    Held,

    /// <summary>Its starter has to mend and resubmit it.</summary>
    Returned,

    /// <summary>The last step passed it. Final, as are the following ones.</summary>
    Passed,

    Rejected,

    Withdrawn,

    /// <summary>The system ended it.</summary>
    Expired,
}

/// <summary>Words and kinds of states.</summary>
public static class ReviewStates
{
    /// <summary>Whether nothing follows any more.</summary>
    public static bool IsFinal(this ReviewState state) => state >= ReviewState.Passed;

    /// <summary>The usual word; a module with words of its own shows those.</summary>
    /// <param name="state">The state.</param>
    /// <param name="verb">Of the route: <see cref="ReviewRoute.Verb"/>.</param>
    public static string Word(this ReviewState state, string verb = "核办") => state switch
    {
        ReviewState.Active => $"{verb}中",
        ReviewState.Held => "暂停",
        ReviewState.Returned => "退回修改",
        ReviewState.Passed => $"{verb}完毕",
        ReviewState.Rejected => $"{verb}不通过",
        ReviewState.Withdrawn => "已撤销",
        _ => "超期清理",
    };
}
