using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Archives;

/// <summary>The student in the package.</summary>
internal sealed record ArchivedStudent
{
    public string Number { get; init; } = "";

    public string Name { get; init; } = "";

    public int Gender { get; init; }

    public DateOnly BirthDate { get; init; }

    public IdType IdType { get; init; }

    public string? IdCardSecret { get; init; }

    public string IdCardMasked { get; init; } = "";

    public ProblemFlag Problem { get; init; }
}
