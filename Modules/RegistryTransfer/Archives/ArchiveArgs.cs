namespace Portal.RegistryTransfer.Archives;

internal sealed record ArchiveArgs(long ApplicationId);
