namespace Portal.RegistryTransfer.Model;

/// <summary>First letter of the national student number 全国学籍号; all three have the same effect.</summary>
public enum StudentNumberKind
{
    /// <summary>正式: the ID number at the time of issue.</summary>
    G,

    /// <summary>临时.</summary>
    L,

    /// <summary>Without a usable ID number, made with the school's region.</summary>
    J,
}
