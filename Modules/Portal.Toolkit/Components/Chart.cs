namespace Portal.Toolkit.Components;

/// <summary>How the values of a <see cref="Chart"/> are drawn; its table shows them all the same.</summary>
public enum ChartKind
{
    /// <summary>Bars side by side, for comparing categories.</summary>
    Bar,

    /// <summary>The series on top of one another, for the parts of each category.</summary>
    StackedBar,

    /// <summary>For a course of time.</summary>
    Line,

    /// <summary>The first series as parts of one whole.</summary>
    Pie,
}

/// <summary>A chart that answers a question, with its table behind it; partial <c>_Chart</c>.</summary>
public sealed record Chart
{
    /// <summary>Id of the element, unique on the page.</summary>
    public required string Id { get; init; }

    /// <summary>Stands above the chart, for example <c>哪个环节最慢？</c>.</summary>
    public required string Question { get; init; }

    /// <summary>The answer in one sentence, shown below the question.</summary>
    public string Answer { get; init; } = "";

    public required ChartKind Kind { get; init; }

    /// <summary>Heading of the table's first column.</summary>
    public string CategoryLabel { get; init; } = "项目";

    public required IReadOnlyList<string> Categories { get; init; }

    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>For example <c>人</c> or <c>天</c>.</summary>
    public string ValueUnit { get; init; } = "";
}

/// <summary>One value for each category.</summary>
public sealed record ChartSeries
{
    public required string Name { get; init; }

    /// <summary>Null leaves a gap.</summary>
    public required IReadOnlyList<decimal?> Values { get; init; }

    /// <summary>Takes the state's colour.</summary>
    public StateKind? State { get; init; }
}
