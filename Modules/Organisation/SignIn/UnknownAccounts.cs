namespace Portal.Organisation.SignIn;

/// <summary>Lets an account that does not exist answer like one that does: locked after five attempts. Kept in memory, bounded.</summary>
internal sealed class UnknownAccounts(TimeProvider clock)
{
    private const int MostNames = 10_000;
    private const int MostAttempts = 5;
    private static readonly TimeSpan _lockout = TimeSpan.FromMinutes(10);

    private readonly Lock _counting = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset LockedUntil)> _failures = [];

    public bool IsLocked(string name)
    {
        lock (_counting)
            return _failures.GetValueOrDefault(name).LockedUntil > clock.GetUtcNow();
    }

    /// <summary>Whether this failure locks the account.</summary>
    public bool CountFailure(string name)
    {
        lock (_counting)
        {
            if (_failures.Count >= MostNames)
                _failures.Clear();
            var count = _failures.GetValueOrDefault(name).Count + 1;
            _failures[name] = count < MostAttempts ? (count, default) : (0, clock.GetUtcNow() + _lockout);
            return count >= MostAttempts;
        }
    }
}
