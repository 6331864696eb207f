using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Portal.Security;

/// <summary>Asks for a permission on one record.</summary>
public static class AuthorizationServiceExtensions
{
    /// <summary>True when the current post holds the permission, whatever the record.</summary>
    public static async Task<bool> AuthorizeAsync(this IAuthorizationService service, ClaimsPrincipal user, string permission) =>
        (await service.AuthorizeAsync(user, new NoRecord(), new PermissionRequirement(permission))).Succeeded;

    /// <summary>True when the current post holds the permission and the record is in its reach; a record that was not found is refused.</summary>
    public static async Task<bool> AuthorizeAsync(this IAuthorizationService service, ClaimsPrincipal user, string permission, object? resource) =>
        resource is not null && (await service.AuthorizeAsync(user, resource, new PermissionRequirement(permission))).Succeeded;

    /// <summary>Stands for a question without a record, so that a missing one cannot pass for it.</summary>
    internal sealed class NoRecord;
}
