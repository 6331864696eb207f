using System.Globalization;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Statistics;

/// <summary>Counters of a step, a college or both; due is always the sum of the other three (invariant I1).</summary>
public sealed record Progress
{
    public int Passed { get; init; }

    public int Pending { get; init; }

    public int Failed { get; init; }

    public int Due => Passed + Pending + Failed;

    /// <summary>Share passed, cut to one decimal so that 100 % means everybody; null with nobody due.</summary>
    public decimal? Percent => Due == 0 ? null : Math.Floor(1000m * Passed / Due) / 10;

    public string PercentText => Percent is { } percent ? percent.ToString("0.0'%'", CultureInfo.InvariantCulture) : "—";

    public static Progress Sum(IEnumerable<Progress> parts) => parts.Aggregate(new Progress(), (left, right) => new Progress
    {
        Passed = left.Passed + right.Passed,
        Pending = left.Pending + right.Pending,
        Failed = left.Failed + right.Failed,
    });

    internal static Progress Of(IEnumerable<TallyCell> cells)
    {
        var totals = cells.GroupBy(cell => cell.Status).ToDictionary(group => group.Key, group => group.Sum(cell => cell.Total));
        return new()
        {
            Passed = totals.GetValueOrDefault(StepStatus.Passed),
            Pending = totals.GetValueOrDefault(StepStatus.Pending),
            Failed = totals.GetValueOrDefault(StepStatus.Failed),
        };
    }
}
