namespace Portal.GraduationClearance.Schemes;

/// <summary>A change of scheme, step, grant or roster is refused and nothing changed; the message says why and how to go on.</summary>
/// <param name="message">Shown to the user.</param>
/// <param name="field">Name of the input it belongs to; empty when it concerns the whole form.</param>
public sealed class ConfigurationRefusedException(string message, string field = "") : Exception(message)
{
    public string Field { get; } = field;
}
