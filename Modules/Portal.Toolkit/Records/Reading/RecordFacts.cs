namespace Portal.Toolkit.Records.Reading;

/// <summary>The values of a record as its page shows them; partial <c>_RecordFacts</c>.</summary>
public sealed record RecordFacts
{
    /// <summary>Common fields, then those of the type, without rows and files.</summary>
    public required IReadOnlyList<RecordFact> Facts { get; init; }

    public required IReadOnlyList<RecordTable> Tables { get; init; }

    /// <summary>Labels of what may stay empty and does; a page names them in one line.</summary>
    public IReadOnlyList<string> Unfilled { get; init; } = [];
}

/// <summary>One value.</summary>
/// <param name="Label">Label of the field.</param>
/// <param name="English">Its English label; empty without one.</param>
/// <param name="Text">Empty when nothing was entered.</param>
/// <param name="Links">Records it names; they take the place of the text.</param>
public sealed record RecordFact(string Label, string English, string Text, IReadOnlyList<RecordFactLink> Links)
{
    private const int Half = 30;

    /// <summary>Whether it needs a line of its own where two stand side by side.</summary>
    public bool IsLong => Text.Length > Half || Text.Contains('\n') || Links.Count > 1;
}

/// <summary>A record that is named.</summary>
/// <param name="Text">Number and title.</param>
/// <param name="Url">Null when the post may not open it.</param>
public sealed record RecordFactLink(string Text, string? Url);

/// <summary>Rows inside a record.</summary>
/// <param name="Id">Of the field.</param>
/// <param name="Label">Label of the field.</param>
/// <param name="English">Its English label; empty without one.</param>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Each with a cell for each column.</param>
public sealed record RecordTable(string Id, string Label, string English, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<RecordFact>> Rows);
