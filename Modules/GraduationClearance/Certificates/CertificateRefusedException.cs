namespace Portal.GraduationClearance.Certificates;

/// <summary>Issuing or voiding is refused and nothing changed; the message says why and how to go on.</summary>
/// <param name="message">Shown to the user.</param>
/// <param name="field">Name of the input it belongs to; empty when it concerns the whole form.</param>
public sealed class CertificateRefusedException(string message, string field = "") : Exception(message)
{
    public string Field { get; } = field;
}
