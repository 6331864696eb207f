namespace Portal.Toolkit;

/// <summary>A use case is refused and nothing changed: thrown inside a transaction it rolls everything back.</summary>
/// <param name="message">In Chinese, shown to the user as it stands: what is wrong, and how to go on.</param>
/// <param name="field">Name of the input it belongs to; empty when it concerns the whole form.</param>
public sealed class RefusedException(string message, string field = "") : Exception(message)
{
    /// <summary>Name of the input it belongs to; empty when it concerns the whole form.</summary>
    public string Field { get; } = field;
}
