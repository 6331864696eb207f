using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Portal.Organisation.SignIn;

/// <summary>Identity with the cookie of the portal.</summary>
internal static class SignInSetup
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>().AddSingleton<ILookupNormalizer, AccountNormalizer>();
        services.AddIdentityCore<Account>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddUserManager<AccountManager>()
            .AddUserStore<AccountStore>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddSignInManager();
        // All of Identity's schemes: its stamp validator signs out of each of them, and fails where one is missing.
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IHostEnvironment>(ConfigureCookie);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.OnRefreshingPrincipal = KeepClaimsAsync;
        });
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        options.Cookie.Name = "portal.signin";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.LoginPath = "/organisation/account/signin";
        options.ReturnUrlParameter = "returnUrl";
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync,
            OnRedirectToLogin = ToSignIn,
            OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }

    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var isPartial = request.Headers.ContainsKey("HX-Request");

        // A partial request comes back to the page it belongs to, a post to the page without its handler.
        var returnUrl = isPartial && Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var page) ? page.PathAndQuery
            : HttpMethods.IsGet(request.Method) ? $"{request.PathBase}{request.Path}{request.QueryString}"
            : $"{request.PathBase}{request.Path}{QueryString.Create(request.Query.Where(pair => pair.Key != "handler"))}";
        var signIn = $"{request.PathBase}{context.Options.LoginPath}{QueryString.Create(context.Options.ReturnUrlParameter, returnUrl)}";
        if (isPartial)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = signIn;
        }
        else
        {
            context.Response.Redirect(signIn);
        }

        return Task.CompletedTask;
    }

    private static Task KeepClaimsAsync(SecurityStampRefreshingPrincipalContext context)
    {
        foreach (var name in new[] { PortalClaims.Session, PortalClaims.Post })
        {
            if (context.CurrentPrincipal?.FindFirst(name) is { } claim && context.NewPrincipal?.Identities.FirstOrDefault() is { } identity)
                identity.AddClaim(claim.Clone());
        }

        return Task.CompletedTask;
    }
}
