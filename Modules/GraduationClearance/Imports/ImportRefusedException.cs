namespace Portal.GraduationClearance.Imports;

/// <summary>An upload or an apply is refused as a whole and nothing changed; the message tells the user why.</summary>
public sealed class ImportRefusedException(string message) : Exception(message);
