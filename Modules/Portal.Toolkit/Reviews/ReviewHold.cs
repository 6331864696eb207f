namespace Portal.Toolkit.Reviews;

/// <summary>Why a review stops in front of a step.</summary>
/// <param name="Code">The module's own: <c>2002</c>; at most 40 characters.</param>
/// <param name="Text">In plain words, what is wrong and how to mend it.</param>
public sealed record ReviewHold(string Code, string Text);
