namespace Portal.Jobs;

internal sealed record JobRow
{
    public long Id { get; init; }

    public string Type { get; init; } = "";

    public string Args { get; init; } = "";

    public long? PersonId { get; init; }

    public long? PostId { get; init; }

    public string Permission { get; init; } = "";

    public string Address { get; init; } = "";

    public string? Checkpoint { get; init; }

    public int Attempts { get; init; }

    public long Token { get; init; }
}
