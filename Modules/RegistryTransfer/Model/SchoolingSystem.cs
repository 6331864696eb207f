namespace Portal.RegistryTransfer.Model;

/// <summary>学制: years of primary and junior high school.</summary>
public enum SchoolingSystem
{
    SixThree,
    FiveFour,
    Other,
}
