namespace Portal.RegistryTransfer.Model;

/// <summary>级别 of a bureau, 举办级别 of a school.</summary>
public enum UnitLevel
{
    Province,
    City,
    District,
}
