namespace Portal.RegistryTransfer.Purge;

/// <summary>Why an open application was ended by the system.</summary>
internal enum PurgeReason
{
    /// <summary>发起满 165 天仍未办结.</summary>
    TooOld,

    /// <summary>7 月 15 日 0 时清理毕业年级未办结的业务.</summary>
    GraduatingGrade,
}
