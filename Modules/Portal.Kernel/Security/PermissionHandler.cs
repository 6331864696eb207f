using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.Units;

namespace Portal.Security;

/// <summary>Permission of the current post, then reach of the record. Grants or stays silent; any fault is a refusal.</summary>
internal sealed class PermissionHandler(IUnitContext context, IUnitTree tree, IServiceProvider services, ILogger<PermissionHandler> logger)
    : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext handlerContext, PermissionRequirement requirement)
    {
        try
        {
            if (context.Post is { } post
                && context.Has(requirement.Permission)
                && await IsInReachAsync(post, handlerContext.Resource))
            {
                handlerContext.Succeed(requirement);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The reach of {Permission} could not be decided and was refused", requirement.Permission);
        }
    }

    private async ValueTask<bool> IsInReachAsync(Post post, object? resource) => resource switch
    {
        AuthorizationServiceExtensions.NoRecord or HttpContext => true,
        null => false,
        IUnitScoped record when tree.IsWithin(record.UnitId, post.UnitId) => true,
        _ => await ReachRules.AnyAsync(services, post, resource),
    };
}
