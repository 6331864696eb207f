namespace Portal.GraduationClearance.Schemes;

/// <summary>The order of a scheme's steps as a graph; a final step waits for all others.</summary>
internal static class PrerequisiteGraph
{
    /// <summary>The steps of a circle in the order in which they wait for each other, the first repeated at the end; null when there is none.</summary>
    public static IReadOnlyList<Step>? FindCircle(IReadOnlyCollection<Step> steps)
    {
        var byId = steps.ToDictionary(step => step.Id);
        var done = new HashSet<long>();
        foreach (var step in steps)
        {
            if (Visit(step, []) is { } circle)
                return circle;
        }

        return null;

        List<Step>? Visit(Step step, List<Step> path)
        {
            var start = path.FindIndex(earlier => earlier.Id == step.Id);
            if (start >= 0)
                return [.. path[start..], step];
            if (done.Contains(step.Id))
                return null;
            path.Add(step);
            foreach (var required in RequiredBy(step))
            {
                if (Visit(required, path) is { } circle)
                    return circle;
            }

            path.RemoveAt(path.Count - 1);
            done.Add(step.Id);
            return null;
        }

        IEnumerable<Step> RequiredBy(Step step) => step.IsFinal
            ? steps.Where(other => other.Id != step.Id)
            : step.PrerequisiteIds.Select(id => byId.GetValueOrDefault(id)).OfType<Step>();
    }
}
