using Microsoft.AspNetCore.Authorization;

namespace Portal.Security;

/// <summary>A page for any signed-in person; said explicitly so that a forgotten permission is found at start-up.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireSignedInAttribute : AuthorizeAttribute;
