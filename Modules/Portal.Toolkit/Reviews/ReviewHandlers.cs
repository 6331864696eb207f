namespace Portal.Toolkit.Reviews;

/// <summary>All contributed handlers by the key of their route.</summary>
internal sealed class ReviewHandlers(IEnumerable<ReviewHandler> handlers)
{
    private readonly Dictionary<string, ReviewHandler> _byKey = handlers.ToDictionary(handler => handler.Route.Key, StringComparer.Ordinal);

    public IReadOnlyCollection<ReviewHandler> All => _byKey.Values;

    public ReviewHandler? Find(string routeKey) => _byKey.GetValueOrDefault(routeKey);

    public ReviewHandler Get(string routeKey) =>
        Find(routeKey) ?? throw new InvalidOperationException($"No module that is loaded has the review route {routeKey}.");
}
