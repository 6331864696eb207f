namespace Portal.Toolkit.Spreadsheets;

/// <summary>A column to write.</summary>
public sealed record SheetColumn(string Header)
{
    /// <summary>Width in characters; a Chinese character takes two.</summary>
    public double Width { get; init; } = 16;

    public SheetFormat Format { get; init; }

    /// <summary>The words that may be typed below the header, offered as a list; empty for anything.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>A column to write, with where its value comes from.</summary>
public sealed record SheetColumn<TRow>(string Header, Func<TRow, object?> Value)
{
    /// <inheritdoc cref="SheetColumn.Width"/>
    public double Width { get; init; } = 16;

    public SheetFormat Format { get; init; }

    internal SheetColumn Plain => new(Header) { Width = Width, Format = Format };
}
