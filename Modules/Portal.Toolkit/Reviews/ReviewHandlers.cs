namespace Portal.Toolkit.Reviews;

/// <summary>All contributed handlers by the key of their route.</summary>
public sealed class ReviewHandlers(IEnumerable<ReviewHandler> handlers)
{
    private readonly Dictionary<string, ReviewHandler> _byKey = handlers.ToDictionary(handler => handler.Route.Key, StringComparer.Ordinal);

    /// <summary>Of all loaded modules.</summary>
    public IReadOnlyCollection<ReviewHandler> All => _byKey.Values;

    /// <summary>Null when no loaded module has the route.</summary>
    public ReviewHandler? Find(string routeKey) => _byKey.GetValueOrDefault(routeKey);

    /// <exception cref="InvalidOperationException">No loaded module has the route.</exception>
    public ReviewHandler Get(string routeKey) =>
        Find(routeKey) ?? throw new InvalidOperationException($"No module that is loaded has the review route {routeKey}.");
}
