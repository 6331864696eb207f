namespace Portal.RegistryTransfer.RollUp;

/// <summary>The two days of the national year change (domain §2, row 15).</summary>
internal enum RollUpPhase
{
    /// <summary>毕业, done by 30 July: graduating grades with status 正常在校.</summary>
    Graduation,

    /// <summary>升级, 10 August 24:00: all other grades with status 正常在校.</summary>
    Promotion,
}
