namespace Portal.RegistryTransfer.Archives;

/// <summary>The lease of this worker ended and another one has the row, or has moved the archive already.</summary>
internal sealed class ArchiveTakenException() : Exception("The archive move belongs to another worker.");
