
namespace Portal.InternationalExchange.Pages.Documents;

/// <summary>How many documents of a desk are where.</summary>
internal sealed record DocumentCounts
{
    public long Expected { get; init; }

    public long InCustody { get; init; }

    public long Lent { get; init; }

    public long Overdue { get; init; }

    public long Expiring { get; init; }
}
