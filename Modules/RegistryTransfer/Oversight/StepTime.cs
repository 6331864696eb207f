namespace Portal.RegistryTransfer.Oversight;

/// <summary>How long one 环节 took: working days from the day after it was entered to the day it was decided; 0 is the same day.</summary>
public sealed record StepTime(string StepKey, string Label, long Decided, decimal Mean, int Median, int Longest)
{
    /// <param name="stepKey">Of the route.</param>
    /// <param name="label">As the route names it.</param>
    /// <param name="lengths">Working days, and how many steps took that long.</param>
    public static StepTime Of(string stepKey, string label, IReadOnlyCollection<(int Days, long Count)> lengths)
    {
        var all = lengths.Sum(length => length.Count);
        var ordered = lengths.OrderBy(length => length.Days).ToArray();
        var (seen, median) = (0L, 0);
        foreach (var (days, count) in ordered)
        {
            (seen, median) = (seen + count, days);
            if (2 * seen >= all)
                break;
        }

        return new(stepKey, label, all, Math.Round((decimal)lengths.Sum(length => length.Days * length.Count) / all, 1), median, ordered[^1].Days);
    }
}
