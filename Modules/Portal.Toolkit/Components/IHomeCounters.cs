namespace Portal.Toolkit.Components;

/// <summary>Counters that a module puts on the start page for the current post. Registered in the module's <c>Startup</c>; one that fails is left out and logged.</summary>
public interface IHomeCounters
{
    /// <summary>Empty for a post that has nothing to do with the module, or where the module is off. Addresses begin at the portal's root: <c>/graduationclearance/mysheet</c>.</summary>
    Task<IReadOnlyList<CounterCard>> FindAsync(CancellationToken cancellationToken);
}
