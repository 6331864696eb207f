using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Portal.Units;

namespace Portal.Security;

/// <summary>Permission of the current post, then reach of the record. Grants or stays silent; any fault is a refusal.</summary>
internal sealed class PermissionHandler(IUnitContext context, IUnitTree tree, IServiceProvider services) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext handlerContext, PermissionRequirement requirement)
    {
        if (context.Post is { } post
            && context.Has(requirement.Permission)
            && await IsInReachAsync(post, handlerContext.Resource))
        {
            handlerContext.Succeed(requirement);
        }
    }

    private async ValueTask<bool> IsInReachAsync(Post post, object? resource) => resource switch
    {
        null or HttpContext => true,
        IUnitScoped record when tree.IsWithin(record.UnitId, post.UnitId) => true,
        _ => await ReachRules.AnyAsync(services, post, resource),
    };
}
