using Portal.InternationalExchange.Agreements;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Pages.Agreements;

/// <summary>An agreement in the register, as it stands on a day.</summary>
internal sealed record AgreementRow
{
    private static readonly AgreementType _type = new();

    public required RecordView Agreement { get; init; }

    /// <summary>Null of one that was given up before it was signed.</summary>
    public required AgreementEffect? Effect { get; init; }

    public required DateOnly Today { get; init; }

    public required string UnitName { get; init; }

    /// <summary>Names of the partners' countries.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Why it was terminated.</summary>
    public string Reason { get; init; } = "";

    public string Link => RecordAddress.Of(Agreement);

    public string Kind => _type.Find("kind")!.Choices.LabelOf(Agreement.Row.Kind);

    public string Partners => string.Join('、', Agreement.Refs("partners").Select(partner => partner.Title));

    public string CountryNames => string.Join('、', Countries);

    public bool IsOpenEnded => Agreement.Bool("openEnded");

    public string Term => Agreement.Date("effectiveFrom") is not { } from ? "" : $"{from:yyyy-MM-dd} 至 {LastDay}";

    public string LastDay => IsOpenEnded ? "长期" : Agreement.Date("expiresOn") is { } last ? $"{last:yyyy-MM-dd}" : "未填";

    /// <summary>Days to the last one, which counts; null of an agreement that is not in force or has no end.</summary>
    public int? DaysLeft => !IsOpenEnded && (Effect == AgreementEffect.Effective || Effect == AgreementEffect.Expiring) && Agreement.Date("expiresOn") is { } last
        ? last.DayNumber - Today.DayNumber
        : null;

    public string EffectText => Effect is null || Effect == AgreementEffect.Unsigned ? _type.StateOf(Agreement.State).Label : Effect.Label;

    public StateBadge Badge => new()
    {
        Kind = Effect is null || Effect == AgreementEffect.Unsigned ? _type.StateOf(Agreement.State).Kind : Effect.Kind,
        Text = EffectText,
    };
}
