namespace Portal.RegistryTransfer.Model;

/// <summary>办学状态.</summary>
public enum SchoolStatus
{
    /// <summary>在办.</summary>
    Open,

    /// <summary>已撤并: another school keeps its records.</summary>
    Closed,
}
