namespace Portal.Toolkit.Records.Access;

/// <summary>Which records of a type a post may read, in terms an index answers.</summary>
public sealed record RecordReach
{
    /// <summary>Facets of which it reads all; null for every record of the type.</summary>
    public IReadOnlyList<string>? AllFacets { get; init; } = [];

    /// <summary>Units whose records it reads: those they own, take part in or have reviewed.</summary>
    public IReadOnlyList<long> UnitIds { get; init; } = [];

    /// <summary>Facets of <see cref="UnitIds"/>; null for all.</summary>
    public IReadOnlyList<string>? UnitFacets { get; init; }

    /// <summary>Reads the records he owns or is the dossier of; null for nobody.</summary>
    public long? PersonId { get; init; }

    /// <summary>Whether it reads nothing but the records of its own person.</summary>
    public bool IsOwnOnly => this is { PersonId: not null, AllFacets.Count: 0, UnitIds.Count: 0 };

    /// <summary>Whether it reads anything at all.</summary>
    public bool IsAny => AllFacets is null || AllFacets.Count > 0 || UnitIds.Count > 0 || PersonId is not null;
}
