namespace Portal.Security;

/// <summary>Claims of the sign-in cookie beside <see cref="System.Security.Claims.ClaimTypes.NameIdentifier"/>, which is the person's id.</summary>
public static class PortalClaims
{
    /// <summary>Id of the post the person chose; checked against the valid posts on each request.</summary>
    public const string Post = "portal:post";

    /// <summary>Names the sign-in, also in copies of its cookie; signing out ends them all.</summary>
    public const string Session = "portal:session";
}
