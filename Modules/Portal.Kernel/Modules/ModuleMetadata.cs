namespace Portal.Modules;

/// <summary>Endpoint metadata: the module whose switch governs this endpoint.</summary>
public sealed record ModuleMetadata(string Id);
