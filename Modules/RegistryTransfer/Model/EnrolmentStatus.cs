namespace Portal.RegistryTransfer.Model;

/// <summary>学籍状态.</summary>
public enum EnrolmentStatus
{
    /// <summary>正常在校.</summary>
    Regular,

    /// <summary>休学.</summary>
    Suspended,

    /// <summary>其他离校.</summary>
    OtherLeave,

    /// <summary>出国.</summary>
    Abroad,

    /// <summary>失踪.</summary>
    Missing,

    /// <summary>毕业.</summary>
    Graduated,

    /// <summary>结业.</summary>
    Completed,

    /// <summary>转出.</summary>
    TransferredOut,

    /// <summary>退学、开除、死亡 and the like: the enrolment ended.</summary>
    Ended,
}
