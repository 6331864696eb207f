namespace Portal.Testing;

/// <summary>Runs like the system's clock and can be put forward. Timers and delays stay real.</summary>
public sealed class MovableClock(DateTimeOffset? start = null) : TimeProvider
{
    private long _shift = ((start ?? DateTimeOffset.UtcNow) - DateTimeOffset.UtcNow).Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow.AddTicks(Interlocked.Read(ref _shift));

    public void Advance(TimeSpan time) => Interlocked.Add(ref _shift, time.Ticks);

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _shift, (now - DateTimeOffset.UtcNow).Ticks);
}
