using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Web;

/// <summary>Names for <c>[EnableRateLimiting]</c>. Limits count per host; reading a page is never limited by <see cref="SignIn"/>.</summary>
public static class RateLimits
{
    /// <summary>Posts of one network address: sign-in, password, setup. <c>Portal:RateLimits:SignIn</c> a minute, default 300: a campus often shares one address, and each account locks by itself.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Requests of one person to the pages that look people up. <c>Portal:RateLimits:LookUp</c> a minute, default 120.</summary>
    public const string LookUp = "look-up";

    internal static void AddPortalRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var signIns = configuration.GetValue("Portal:RateLimits:SignIn", 300);
        var lookUps = configuration.GetValue("Portal:RateLimits:LookUp", 120);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
                ? Bucket(Address(context), signIns)
                : RateLimitPartition.GetNoLimiter("reading"));
            options.AddPolicy(LookUp, context => Bucket(context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context), lookUps));
        });
    }

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 6),
        ReplenishmentPeriod = TimeSpan.FromSeconds(10),
        QueueLimit = 0,
    });
}
