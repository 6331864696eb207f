namespace Portal.Toolkit.Reviews;

/// <summary>核办路线: ordered steps through units, declared in code by a module through its <see cref="ReviewHandler"/>; checked at start-up.</summary>
public sealed record ReviewRoute
{
    /// <summary>Unique in the portal and kept in the database: <c>registrytransfer.transfer</c>.</summary>
    public required string Key { get; init; }

    /// <summary>As lists show it: 跨省转学.</summary>
    public required string Title { get; init; }

    /// <summary>Module whose audit rows these are.</summary>
    public required string ModuleId { get; init; }

    /// <summary>Address of the page on which the subject with this id is reviewed, below the portal's root: <c>/registrytransfer/reviews/42</c>.</summary>
    public required Func<long, string> Link { get; init; }

    /// <summary>In order; a running review keeps the order it was started with.</summary>
    public required IReadOnlyList<ReviewStep> Steps { get; init; }

    /// <summary>What its units do, as messages and pages say it: 核办, 审核.</summary>
    public string Verb { get; init; } = "核办";

    /// <summary>Who at the superior unit is told of an overdue step; null tells every post of that unit.</summary>
    public string? SupervisorPermission { get; init; }

    /// <summary>The step; null when the route has none of that key.</summary>
    public ReviewStep? Find(string key) => Steps.FirstOrDefault(step => step.Key == key);
}
