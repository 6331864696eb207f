namespace Portal.Data;

/// <summary>A module's demo, seeded once into a database, in dependency order, when <c>Portal:Demo</c> is on (default in Development only).</summary>
public interface IDemoData
{
    Task SeedAsync(CancellationToken cancellationToken);
}
