namespace Portal.RegistryTransfer.RollUp;

/// <summary>One phase of one school year; row of <c>registrytransfer_roll_up</c>.</summary>
internal sealed record RollUpRun
{
    public int SchoolYear { get; init; }

    public RollUpPhase Phase { get; init; }

    public DateTime StartedAt { get; init; }

    public string StartedByName { get; init; } = "";

    public DateTime? FinishedAt { get; init; }

    public int Students { get; init; }

    public int Applications { get; init; }

    public long LastEnrolmentId { get; init; }
}
