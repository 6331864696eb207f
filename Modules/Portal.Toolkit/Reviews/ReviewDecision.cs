namespace Portal.Toolkit.Reviews;

/// <summary>What became of a step.</summary>
public enum ReviewDecision
{
    Pass,

    /// <summary>Back to the starter or to an earlier step.</summary>
    Return,

    /// <summary>Refused for good.</summary>
    Reject,

    /// <summary>The step did not apply; recorded by the engine, never chosen by a person.</summary>
    Skip,
}

/// <summary>Words of decisions.</summary>
public static class ReviewDecisions
{
    public static string Word(this ReviewDecision decision) => decision switch
    {
        ReviewDecision.Pass => "通过",
        ReviewDecision.Return => "退回",
        ReviewDecision.Reject => "不通过",
        _ => "无需办理",
    };
}
