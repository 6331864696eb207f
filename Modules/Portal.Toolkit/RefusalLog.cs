using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Units;

namespace Portal.Toolkit;

/// <summary>
/// Whatever a signed-in person is refused (400 to 499) leaves one line in the log: who, in which unit, asked for what. Ids only: accounts of students and what
/// was typed are nobody's business there.
/// </summary>
internal sealed class RefusalLog(ILogger<RefusalLog> logger) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _next = new();

    /// <summary>Behind authorization: what pages and endpoints refuse.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        Note(context, context.Response.StatusCode);
    }

    /// <summary>What authorization refuses before a page is asked.</summary>
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
            Note(context, StatusCodes.Status403Forbidden);
        return _next.HandleAsync(next, context, policy, authorizeResult);
    }

    // The page that tells of a refusal is a second way through the pipeline.
    private void Note(HttpContext context, int status)
    {
        var units = context.RequestServices.GetRequiredService<IUnitContext>();
        if (status is < 400 or >= 500 || units.Person is not { } person || context.GetEndpoint() is null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return;
        logger.LogInformation("{Method} {Path} of person {Person} at unit {Unit} was refused with {Status}", context.Request.Method, context.Request.Path, person.Id, units.UnitId, status);
    }
}
