namespace Portal.RegistryTransfer.Model;

/// <summary>业务类型: the two flows of the seed.</summary>
public enum ApplicationKind
{
    /// <summary>跨省转学, four reviews.</summary>
    Transfer,

    /// <summary>毕业后跨省就学, three reviews: the graduating school has no vote.</summary>
    PostGraduation,
}
