namespace Portal.GraduationClearance.Imports;

public sealed record ImportJobArgs(long ImportId);
