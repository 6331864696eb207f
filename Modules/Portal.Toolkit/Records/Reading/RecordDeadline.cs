namespace Portal.Toolkit.Records.Reading;

/// <summary>A due date of a record as its page shows it.</summary>
/// <param name="Label">会后总结.</param>
/// <param name="Day">The last day, in the portal's zone.</param>
/// <param name="IsOpen">Whether it is not done yet.</param>
/// <param name="IsOverdue">Whether it is open and the day has passed, or was done later than that.</param>
public sealed record RecordDeadline(string Label, DateOnly Day, bool IsOpen, bool IsOverdue);
