using Portal.Toolkit.Components;

namespace Portal.Toolkit.Imports;

/// <summary>An import in one of its states, as a page shows it; partial <c>_Import</c>.</summary>
public sealed record ImportView
{
    public required ImportBatch Batch { get; init; }

    /// <summary>导入预检, 导入结果: the page's title.</summary>
    public required string Heading { get; init; }

    /// <summary>The running job; nothing else is shown beside it.</summary>
    public JobProgressView? Progress { get; init; }

    /// <summary>The file, or the import, was refused: why.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>The job ended without finishing: why. What it did is kept.</summary>
    public string? Interruption { get; init; }

    /// <summary>The result in one sentence.</summary>
    public string Result { get; init; } = "";

    public CounterCards? Counters { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why nothing can be imported; empty when something can.</summary>
    public string Nothing { get; init; } = "";

    /// <summary>Words of the button that imports or goes on; null where it is not offered.</summary>
    public string? ApplyText { get; init; }

    public string ApplyHint { get; init; } = "";

    /// <summary>Address to post to where 放弃 is offered.</summary>
    public string? CancelUrl { get; init; }

    public IReadOnlyList<ImportFact> Facts { get; init; } = [];

    public IReadOnlyList<ImportRowTable> Tables { get; init; } = [];
}
