using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Portal.Security;

/// <summary>Asks for a permission on one record.</summary>
public static class AuthorizationServiceExtensions
{
    /// <summary>True when the current post holds the permission and the record is in its reach; without a record the permission alone decides.</summary>
    public static async Task<bool> AuthorizeAsync(this IAuthorizationService service, ClaimsPrincipal user, string permission, object? resource = null) =>
        (await service.AuthorizeAsync(user, resource, new PermissionRequirement(permission))).Succeeded;
}
