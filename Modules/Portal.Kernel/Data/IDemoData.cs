namespace Portal.Data;

/// <summary>A module's demo, seeded once into a database, in dependency order, when <c>Portal:Demo</c> is on (default in Development only).</summary>
public interface IDemoData
{
    /// <summary>Writes the demo; called once per database, never again after it broke off half way.</summary>
    Task SeedAsync(CancellationToken cancellationToken);
}
