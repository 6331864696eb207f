using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Portal.Security;

namespace Portal.Units;

/// <summary>Fills the unit context of a request: after authentication, before the module gate. It never redirects.</summary>
internal sealed class VisitorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, IVisitorSource visitors, UnitContext units)
    {
        // Without an endpoint (a file, an unknown address) only the error page will ask, and it re-executes with one.
        if (context.GetEndpoint() is not null && units.Person is null && Id(context.User, ClaimTypes.NameIdentifier) is { } personId)
        {
            if (await visitors.FindAsync(personId, context.User.FindFirstValue(PortalClaims.Session), context.RequestAborted) is { } visitor)
                units.Enter(visitor, Id(context.User, PortalClaims.Post), context.Connection.RemoteIpAddress?.ToString() ?? "");
            else
                await ForgetAsync(context);
        }

        await next(context);
    }

    // Signing out keeps a cookie that no longer counts from being renewed on the way out.
    private static Task ForgetAsync(HttpContext context)
    {
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        return context.SignOutAsync();
    }

    private static long? Id(ClaimsPrincipal user, string claim) =>
        long.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
