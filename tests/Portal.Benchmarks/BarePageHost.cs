using System.Data.Common;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.Benchmarks;

/// <summary>The second floor: one Razor Page behind a cookie, with a form and its antiforgery token around the same table.</summary>
internal static class BarePageHost
{
    public static async Task<WebApplication> StartAsync(DbDataSource source, long schemeId)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new BareList(source, schemeId));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorization();
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(KeepOwnPages);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/signin", () => Microsoft.AspNetCore.Http.Results.SignIn(new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, "1"), new(ClaimTypes.Name, "lib1")], CookieAuthenticationDefaults.AuthenticationScheme))));
        app.MapRazorPages();
        await app.StartAsync();
        return app;
    }

    // The parts that this project refers to are the portal's.
    private static void KeepOwnPages(ApplicationPartManager manager)
    {
        manager.ApplicationParts.Clear();
        var own = typeof(BarePageHost).Assembly;
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(own).GetApplicationParts(own).Append(new CompiledRazorAssemblyPart(own)))
            manager.ApplicationParts.Add(part);
    }
}

/// <summary>What the page of the second floor reads.</summary>
public sealed class BareList(DbDataSource source, long schemeId)
{
    public Task<IEnumerable<BareRow>> ReadAsync(CancellationToken cancellationToken) => BareRow.ReadAsync(source, schemeId, cancellationToken);
}
