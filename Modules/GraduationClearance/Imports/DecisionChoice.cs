namespace Portal.GraduationClearance.Imports;

/// <summary>What the operator chose beside the file.</summary>
public sealed record DecisionChoice(long SchemeId, long StepId, MatchBy MatchBy);
