namespace Portal.Toolkit.Imports;

/// <summary>Which import a job works on.</summary>
public sealed record ImportJobArgs(long ImportId);
