namespace Portal.Toolkit.Imports;

/// <summary>A line about an import: 离校方案, 2026届毕业生离校.</summary>
public sealed record ImportFact(string Label, string Text);
