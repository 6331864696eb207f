using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Model;

/// <summary>Where a student stands as a whole (domain §4b); later words win over earlier ones.</summary>
public enum OverallState
{
    NotStarted,
    InProgress,
    HasFailed,
    Cleared,
    Received,
}

/// <summary>What the overall state is derived from.</summary>
public sealed record OverallCounts
{
    public long StudentId { get; init; }

    /// <summary>Steps passed or failed.</summary>
    public int Decided { get; init; }

    public int Failed { get; init; }

    /// <summary>Required steps decided by an operator that are neither passed nor 无需办理; a missing record counts.</summary>
    public int Open { get; init; }

    /// <summary>Valid certificates handed out; graduation materials alone are none.</summary>
    public int Certificates { get; init; }

    public OverallState State => this switch
    {
        { Certificates: > 0 } => OverallState.Received,
        { Open: 0 } => OverallState.Cleared,
        { Failed: > 0 } => OverallState.HasFailed,
        { Decided: 0 } => OverallState.NotStarted,
        _ => OverallState.InProgress,
    };
}

/// <summary>The words of domain §4b.</summary>
public static class OverallStates
{
    public static string Word(this OverallState state) => state switch
    {
        OverallState.InProgress => "办理中",
        OverallState.HasFailed => "有未通过",
        OverallState.Cleared => "已办结",
        OverallState.Received => "已领证",
        _ => "未开始",
    };

    /// <summary>Everything required is done, whether or not the certificates were fetched.</summary>
    public static bool IsCleared(this OverallState state) => state is OverallState.Cleared or OverallState.Received;

    public static StateKind Kind(this OverallState state) => state switch
    {
        OverallState.InProgress => StateKind.Mine,
        OverallState.HasFailed => StateKind.Failed,
        OverallState.Cleared or OverallState.Received => StateKind.Passed,
        _ => StateKind.Pending,
    };

    public static StateBadge Badge(this OverallState state) => new() { Kind = state.Kind(), Text = state.Word() };
}
