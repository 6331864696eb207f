using Microsoft.AspNetCore.Authorization;

namespace Portal.Security;

/// <summary>The current post's role must hold the permission, and the permission's module must be on for the current unit.</summary>
public sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;
