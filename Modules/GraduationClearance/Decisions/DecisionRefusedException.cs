namespace Portal.GraduationClearance.Decisions;

/// <summary>A command as a whole is refused and nothing changed; the message tells the user why.</summary>
public sealed class DecisionRefusedException(string message) : Exception(message);
