using Portal.InternationalExchange.Students;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Dossiers;

/// <summary>Everything that is kept about one student or teacher from abroad, as rules and pages read it.</summary>
internal sealed record PersonFile
{
    /// <summary>The student or the teacher.</summary>
    public required RecordView Person { get; init; }

    /// <summary>Visas, permits, registrations; newest first.</summary>
    public IReadOnlyList<RecordView> Permits { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RecordView> Stays { get; init; } = [];

    public IReadOnlyList<RecordView> Reviews { get; init; } = [];

    public IReadOnlyList<RecordView> Certificates { get; init; } = [];

    public required RecordSettings Settings { get; init; }

    public required LocalTime Time { get; init; }

    public DateOnly Today => Time.Today;

    public bool IsStudent => Person.Row.Type == IntlStudentType.TypeKey;

    /// <summary>Where he lives now; null when nobody knows.</summary>
    public RecordView? Stay => Stays.FirstOrDefault(stay => stay.IsIn("active"));

    /// <summary>The newest of a kind that was not cancelled.</summary>
    public RecordView? Permit(params ReadOnlySpan<string> kinds)
    {
        foreach (var permit in Permits)
        {
            if (!permit.IsIn("closed", "cancelled", "draft") && kinds.Contains(permit["kind"]))
                return permit;
        }

        return null;
    }

    /// <summary>The permit by which he stays in the country: a residence permit before a visa.</summary>
    public RecordView? Residence => Permit("residence") ?? Permit("visa");

    public PermitLight LightOf(RecordView permit) => PermitLight.Of(permit, Settings, Time);

    /// <summary>Whether there is one of a kind that is in force today.</summary>
    public bool HasValid(params ReadOnlySpan<string> kinds) =>
        Permit(kinds) is { } permit && permit.Has("issuedOn") && !permit.IsIn("to-apply") && !(permit.Date("expiresOn") < Today);
}
