using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.GraduationClearance.Access;

/// <summary>
/// A scheme is for the whole school: a post at a college does not configure it, whatever its role holds. Answers 403.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequireWholeSchoolAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (!WholeSchool.IsAt(services.GetRequiredService<IUnitTree>(), services.GetRequiredService<IUnitContext>().UnitId))
            context.Result = new StatusCodeResult(403);
    }
}
