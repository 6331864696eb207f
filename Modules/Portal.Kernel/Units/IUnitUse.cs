namespace Portal.Units;

/// <summary>A module that refers to units says so before one is deleted; implemented by any module.</summary>
public interface IUnitUse
{
    /// <summary>What still rests on the unit, in words for the administrator; null when nothing does.</summary>
    Task<string?> DescribeAsync(long unitId, CancellationToken cancellationToken);
}
