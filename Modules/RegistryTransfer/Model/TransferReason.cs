namespace Portal.RegistryTransfer.Model;

/// <summary>转学理由 as a code for statistics and for rules on accepted reasons; the words of the applicant stand beside it.</summary>
public enum TransferReason
{
    /// <summary>户籍或住址迁移.</summary>
    ResidenceMoved = 1,

    /// <summary>父母工作调动.</summary>
    ParentsRelocated,

    /// <summary>随迁子女就学.</summary>
    MigrantFamily,

    /// <summary>父母出国、支边或军人子女投靠亲属.</summary>
    FosteredByRelatives,

    /// <summary>身体状况.</summary>
    Health,

    /// <summary>升学录取; after graduation only.</summary>
    Admission,

    /// <summary>其他.</summary>
    Other = 9,
}
