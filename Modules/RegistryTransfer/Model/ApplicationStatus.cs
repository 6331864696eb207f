namespace Portal.RegistryTransfer.Model;

/// <summary>办理状态 of domain §4.2 and §4.3. Everything before <see cref="Completed"/> holds the student's lock (I1).</summary>
public enum ApplicationStatus
{
    PendingInSchool,
    PendingInBureau,
    OutCheckFailed,
    PendingOutSchool,
    PendingOutBureau,
    Archiving,
    ArchiveFailed,
    Completed = 10,
    Rejected,
    Revoked,
    Expired,
}
