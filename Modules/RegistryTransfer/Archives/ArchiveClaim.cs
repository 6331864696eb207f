namespace Portal.RegistryTransfer.Archives;

/// <summary>A start of an archive move by one worker.</summary>
/// <param name="ApplicationId">The application whose archive moves.</param>
/// <param name="Worker">Whose the row is until the lease ends.</param>
/// <param name="Attempts">Starts so far, this one included.</param>
internal sealed record ArchiveClaim(long ApplicationId, string Worker, int Attempts);
