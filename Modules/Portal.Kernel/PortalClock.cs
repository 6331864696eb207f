namespace Portal;

/// <summary>The time of day moved to where <c>Portal:Now</c> puts the start; for walking dated cases by hand in Development.</summary>
internal sealed class PortalClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _shift = start - DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + _shift;
}
