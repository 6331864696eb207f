namespace Portal.Toolkit.Imports;

/// <summary>What the check says of one row.</summary>
/// <typeparam name="TAction">What has to be known to apply the row; kept as encrypted JSON until then.</typeparam>
public sealed record CheckedRow<TAction>
    where TAction : class
{
    public required ImportOutcome Outcome { get; init; }

    /// <summary>For an addition or a change: what is to be done, with the version that the check saw.</summary>
    public TAction? Action { get; init; }

    /// <summary>Code of the rule that rejected it, as the domain numbers them.</summary>
    public string Code { get; init; } = "";

    /// <summary>Label of the column that the reason is about.</summary>
    public string Field { get; init; } = "";

    /// <summary>Why it is rejected or unchanged, or what changes.</summary>
    public string Message { get; init; } = "";

    /// <summary>Said beside the row though it is imported.</summary>
    public string Warning { get; init; } = "";
}
