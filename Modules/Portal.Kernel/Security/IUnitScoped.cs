namespace Portal.Security;

/// <summary>A record that belongs to a unit and is in reach of posts held at that unit or above it.</summary>
public interface IUnitScoped
{
    long UnitId { get; }
}
