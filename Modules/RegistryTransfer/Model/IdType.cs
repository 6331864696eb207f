namespace Portal.RegistryTransfer.Model;

/// <summary>身份证件类型.</summary>
public enum IdType
{
    /// <summary>居民身份证.</summary>
    ResidentCard,

    /// <summary>香港特区护照/身份证明.</summary>
    HongKong,

    /// <summary>澳门特区护照/身份证明.</summary>
    Macao,

    /// <summary>台湾居民来往大陆通行证.</summary>
    Taiwan,

    /// <summary>境外永久居住证.</summary>
    PermanentResidence,

    /// <summary>护照.</summary>
    Passport,

    /// <summary>其他; also a child without any document yet.</summary>
    Other,
}
