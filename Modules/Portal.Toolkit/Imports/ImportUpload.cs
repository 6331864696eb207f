namespace Portal.Toolkit.Imports;

/// <summary>What a file may be uploaded into.</summary>
/// <param name="Argument">What the import is told.</param>
/// <param name="Subject">The scheme, the bureau, the school by name.</param>
/// <param name="Topic">Of its imports before, as <see cref="ImportTarget.Topic"/>.</param>
public sealed record ImportUpload<TArgument>(TArgument Argument, string Subject, string Topic)
{
    /// <summary>Query values that the page itself needs; null for none.</summary>
    public object? Route { get; init; }
}
