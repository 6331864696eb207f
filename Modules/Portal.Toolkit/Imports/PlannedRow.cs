namespace Portal.Toolkit.Imports;

/// <summary>A row that is to be applied now.</summary>
/// <param name="RowNumber">The row number as Excel shows it.</param>
/// <param name="IsAddition">Checked as an addition, else as a change.</param>
/// <param name="Action">What the check left.</param>
public sealed record PlannedRow<TAction>(int RowNumber, bool IsAddition, TAction Action);

/// <summary>A row that did not go as planned.</summary>
/// <param name="RowNumber">The row number as Excel shows it.</param>
/// <param name="Outcome"><see cref="ImportOutcome.Unchanged"/> or <see cref="ImportOutcome.Rejected"/>.</param>
/// <param name="Message">Why, for the user.</param>
public sealed record DeviantRow(int RowNumber, ImportOutcome Outcome, string Message);
