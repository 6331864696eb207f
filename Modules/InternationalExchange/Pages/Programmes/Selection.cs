using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Programmes;

/// <summary>A programme with its applicants as a post may see them.</summary>
internal sealed record Selection
{
    public required RecordDetails Programme { get; init; }

    /// <summary>By rank, then by application.</summary>
    public required IReadOnlyList<Applicant> Applicants { get; init; }

    /// <summary>What ranking now would do.</summary>
    public required OutboundRanking Ranking { get; init; }

    /// <summary>Nominations, cancellations and who moved up, newest first.</summary>
    public required IReadOnlyList<SelectionEvent> Events { get; init; }

    public bool MayRank { get; init; }

    /// <summary>Whether the state of the programme lets it be ranked.</summary>
    public bool IsOpenToRanking => Programme.Record.IsIn("selecting", "running");

    public bool MayScore => Applicants.Any(applicant => applicant.MayScore);

    /// <summary>Whether ranking would move somebody or change a rank.</summary>
    public bool HasNews => Ranking.Placements.Any(placement => placement.Student.State != (placement.IsNominated ? "nominated" : "waitlist") || placement.Student.Int("rank") != placement.Rank);

    public int Count(params ReadOnlySpan<string> states)
    {
        var count = 0;
        foreach (var applicant in Applicants)
            count += applicant.Record.IsIn(states) ? 1 : 0;
        return count;
    }
}

/// <summary>One student of the ranking table.</summary>
internal sealed record Applicant
{
    public required RecordView Record { get; init; }

    public required string UnitName { get; init; }

    public required StateBadge Badge { get; init; }

    public required bool MayScore { get; init; }

    public string Name => Record.Person("student")?.Name ?? "";

    /// <summary>Name of the input of the score.</summary>
    public string ScoreName => $"score-{Record.Id}";

    public string VersionName => $"version-{Record.Id}";
}

/// <summary>Something that happened to the place of a student.</summary>
internal sealed record SelectionEvent
{
    public long RecordId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public string Label { get; init; } = "";

    public string Text { get; init; } = "";

    public string PersonName { get; init; } = "";

    public string Student { get; init; } = "";
}
