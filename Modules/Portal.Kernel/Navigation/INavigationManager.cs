namespace Portal.Navigation;

/// <summary>Builds a menu for the current post and page.</summary>
public interface INavigationManager
{
    Task<IReadOnlyList<MenuItem>> BuildMenuAsync(string name, CancellationToken cancellationToken);
}
