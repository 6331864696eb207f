namespace Portal.RegistryTransfer.Archives;

public sealed record ArchiveArgs(long ApplicationId);
