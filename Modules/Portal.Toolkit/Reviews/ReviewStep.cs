namespace Portal.Toolkit.Reviews;

/// <summary>环节: one station of a route. Only a post of exactly the unit it waits for, with its permission, decides it.</summary>
public sealed record ReviewStep
{
    /// <summary>Unique within the route and kept in the database.</summary>
    public required string Key { get; init; }

    /// <summary>转入学校核办.</summary>
    public required string Label { get; init; }

    /// <summary>Permission the deciding post's role needs.</summary>
    public required string Permission { get; init; }

    /// <summary>Working days to decide, counted from the day after entry; at least 1. Running out never decides anything.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>Whether an opinion must be given; at most <see cref="ReviewLimits.Text"/> characters in any case.</summary>
    public OpinionRule OpinionRule { get; init; } = OpinionRule.RequiredToRefuse;

    /// <summary>Whether the step may send the subject back to its starter or to an earlier step.</summary>
    public bool MayReturn { get; init; }

    /// <summary>Whether the step may refuse for good; false for a step that only takes note.</summary>
    public bool MayReject { get; init; } = true;

    /// <summary>A word of the module's own, for example the side <c>in</c> or <c>out</c>.</summary>
    public string Tag { get; init; } = "";
}

/// <summary>When a step's opinion may be empty.</summary>
public enum OpinionRule
{
    Optional,

    /// <summary>Required to return and to reject.</summary>
    RequiredToRefuse,

    Required,
}

/// <summary>Lengths of what people write, in characters.</summary>
public static class ReviewLimits
{
    /// <summary>Of an opinion and of any reason.</summary>
    public const int Text = 500;

    /// <summary>Of a review's title.</summary>
    public const int Title = 200;
}
