namespace Portal.Toolkit.Records.Reading;

/// <summary>What a record still goes through.</summary>
/// <param name="Steps">Those that are needed, in their order; the first of a running review is the one whose turn it is.</param>
/// <param name="Notes">Who is missing for them, in Chinese.</param>
public sealed record RecordRoute(IReadOnlyList<RecordStep> Steps, IReadOnlyList<string> Notes)
{
    /// <summary>Nothing comes any more.</summary>
    public static RecordRoute None { get; } = new([], []);
}
