namespace Portal.Toolkit.Imports;

/// <summary>What a file goes into, as <see cref="Import{TArgument,TLine,TAction}.OpenAsync"/> found it.</summary>
public sealed record ImportTarget
{
    /// <summary>Its name on pages, in jobs and in the audit, at most 200 characters: 图书馆, 2026届毕业生离校.</summary>
    public required string Subject { get; init; }

    /// <summary>By what the module finds its imports again, for instance the id of a scheme; at most 100 characters.</summary>
    public string Topic { get; init; } = "";

    /// <summary>How many ids one row takes at most when it is applied.</summary>
    public int IdsPerRow { get; init; } = 1;
}
