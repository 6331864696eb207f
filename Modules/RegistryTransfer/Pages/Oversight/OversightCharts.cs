using Portal.RegistryTransfer.Oversight;
using Portal.Toolkit.Components;

namespace Portal.RegistryTransfer.Pages.Oversight;

/// <summary>A question above each table, with its answer.</summary>
internal static class OversightCharts
{
    private const int Places = 15;

    // Of those that share the first place.
    private const int Named = 3;

    public static Chart Steps(IReadOnlyList<StepTime> steps)
    {
        var slowest = steps.MaxBy(step => step.Mean);
        return new()
        {
            Id = "slowest-step",
            Question = "哪个环节最慢？",
            Answer = slowest is null ? "" : $"{slowest.Label}最慢，平均 {slowest.Mean:0.#} 个工作日，一半在 {slowest.Median} 个工作日内办完。",
            Kind = ChartKind.Bar,
            CategoryLabel = "环节",
            ValueUnit = "工作日",
            Categories = [.. steps.Select(step => step.Label)],
            Series =
            [
                new() { Name = "平均", State = StateKind.Mine, Values = [.. steps.Select(step => (decimal?)step.Mean)] },
                new() { Name = "中位数", State = StateKind.Pending, Values = [.. steps.Select(step => (decimal?)step.Median)] },
            ],
        };
    }

    public static Chart Overdue(IReadOnlyList<PlaceCount> places, string placeWord, string inWord, string outWord)
    {
        PlaceCount[] worst = [.. places.Take(Places)];
        var total = places.Sum(place => place.Overdue);
        string[] first = [.. places.Where(place => place.Overdue == places.Max(other => other.Overdue)).Select(place => place.Name)];
        var most = $"{string.Join("、", first.Take(Named))}{(first.Length > Named ? $"等 {first.Length} 个{placeWord}" : "")}最多，{(first.Length > 1 ? "各 " : "")}{places.Max(place => place.Overdue):N0} 笔";
        return new()
        {
            Id = "most-overdue",
            Question = $"哪个{placeWord}超期最多？",
            Answer = total == 0 ? "没有超期。" : $"{most}；共超期 {total:N0} 笔{(places.Count > Places ? $"。图中是前 {Places} 个" : "")}。",
            Kind = ChartKind.StackedBar,
            CategoryLabel = placeWord,
            ValueUnit = "笔",
            Categories = [.. worst.Select(place => place.Name)],
            Series =
            [
                new() { Name = $"{inWord}超期", State = StateKind.Overdue, Values = [.. worst.Select(place => (decimal?)place.In.Overdue)] },
                new() { Name = $"{outWord}超期", State = StateKind.Failed, Values = [.. worst.Select(place => (decimal?)place.Out.Overdue)] },
            ],
        };
    }
}
