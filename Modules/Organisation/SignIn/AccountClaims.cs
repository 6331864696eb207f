using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Portal.Organisation.SignIn;

/// <summary>What the sign-in cookie carries.</summary>
internal sealed class AccountClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Account>
{
    /// <summary>Present while the person still has an initial password.</summary>
    public const string MustChangePassword = "portal:must-change-password";

    public Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new(ClaimTypes.Name, user.AccountName));
        identity.AddClaim(new(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp));
        if (user.MustChangePassword)
            identity.AddClaim(new(MustChangePassword, "1"));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
