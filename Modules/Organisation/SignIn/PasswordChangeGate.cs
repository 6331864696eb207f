using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Portal.Organisation.SignIn;

/// <summary>Leads whoever still has an initial password to the password page, whatever was asked for.</summary>
internal sealed class PasswordChangeGate(RequestDelegate next)
{
    private const string AccountPages = "/organisation/account";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.User.FindFirst(AccountClaims.MustChangePassword) is null
            || context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || context.Request.Path.StartsWithSegments(AccountPages, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        context.Response.Redirect($"{context.Request.PathBase}{AccountPages}/password");
        return Task.CompletedTask;
    }
}
