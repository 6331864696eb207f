namespace Portal.RegistryTransfer.Model;

/// <summary>学段; as flags the 办学类型 of a school.</summary>
[Flags]
public enum Stages
{
    None = 0,

    /// <summary>小学.</summary>
    Primary = 1,

    /// <summary>初中.</summary>
    JuniorHigh = 2,

    /// <summary>普通高中.</summary>
    SeniorHigh = 4,
}
