namespace Portal.Units;

/// <summary>Person, posts and the version of the snapshot in one round trip per request; implemented by Organisation.</summary>
public interface IVisitorSource
{
    /// <summary>
    /// The person with its valid posts, the snapshot renewed if another host changed it.
    /// Null when the person does not exist or may no longer sign in, or has signed out of this session.
    /// </summary>
    /// <param name="personId">Whose cookie or job it is.</param>
    /// <param name="session">The cookie's <see cref="Security.PortalClaims.Session"/>; null in jobs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Visitor?> FindAsync(long personId, string? session, CancellationToken cancellationToken);
}

/// <summary>A person and the posts valid now.</summary>
/// <param name="Person">Who signed in, or queued the job.</param>
/// <param name="Posts">Valid today, the first one is taken when none was chosen.</param>
public sealed record Visitor(Person Person, IReadOnlyList<Post> Posts);
