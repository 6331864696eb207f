namespace Portal.GraduationClearance.Roster.Import;

/// <summary>Into which scheme's roster a file goes.</summary>
public sealed record RosterChoice(long SchemeId);
