namespace Portal.GraduationClearance.Model;

/// <summary>在册 or 移出: a removed student leaves every counter and keeps his records.</summary>
public enum RosterStatus
{
    Active,
    Removed,
}
