namespace Portal.Toolkit.Demo;

/// <summary>Stands still at the time at which somebody of the demo acted.</summary>
internal sealed class DemoClock : TimeProvider
{
    public DateTime Now { get; set; }

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
