using Portal.InternationalExchange.Dossiers;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Pages.Dossier;

/// <summary>A person's own dossier in Chinese and English.</summary>
internal sealed record MyFile
{
    public required PersonFile File { get; init; }

    public required Checklist Checklist { get; init; }

    public required Bilingual State { get; init; }

    public required StateKind StateKind { get; init; }

    /// <summary>Null when there is no way to go.</summary>
    public StepLine? Steps { get; init; }

    public required IReadOnlyList<MyFact> Facts { get; init; }

    public required IReadOnlyList<MyPermit> Permits { get; init; }

    public required IReadOnlyList<MyCertificate> Certificates { get; init; }

    /// <summary>By field of the dossier.</summary>
    public required IReadOnlyList<(Bilingual Label, IReadOnlyList<RecordFile> Files)> Files { get; init; }
}

/// <summary>The same in both languages; English empty where the Chinese says it already, as names and dates do.</summary>
internal sealed record Bilingual(string Chinese, string English)
{
    public static Bilingual Of(string chinese) => new(chinese, EnglishWords.Of(chinese));
}

/// <summary>One value of the dossier.</summary>
internal sealed record MyFact(Bilingual Label, Bilingual Value);

/// <summary>One visa, permit or registration.</summary>
internal sealed record MyPermit(Bilingual Kind, string Number, PermitLight Light, DateOnly? IssuedOn, DateOnly? ExpiresOn);

/// <summary>One certificate.</summary>
internal sealed record MyCertificate(Bilingual Kind, Bilingual State, StateKind StateKind, string Number, DateOnly? IssuedOn);
