using Portal.Units;

namespace Portal.Security;

/// <summary>A module's own grant of reach, for example a clearance step granted to the library for the whole school. Only grants, never denies.</summary>
public interface IReachRule<in T>
{
    ValueTask<bool> IsInReachAsync(Post post, T record, CancellationToken cancellationToken);
}
