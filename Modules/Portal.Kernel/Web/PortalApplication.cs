using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Portal.Modules;
using Portal.Security;
using Portal.Units;

namespace Portal.Web;

/// <summary>The pipeline of every request, in the order that matters.</summary>
public static class PortalApplication
{
    public static WebApplication UsePortal(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = StatusOf,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        UseDropInFiles(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<VisitorMiddleware>();
        app.UseMiddleware<ModuleGate>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapStaticAssets().Add(endpoint => endpoint.Metadata.Add(new AllowAnonymousAttribute()));

        // Of the toolkit, which is no module and registers its own.
        foreach (var startup in app.Services.GetServices<StartupBase>())
            startup.Configure(app, app, app.Services);
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Loaded.ToArray())
            StartupStep.Run(module, "映射地址", () => module.Startup?.Configure(app, app, app.Services));
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    // What was wrong with the request itself is said by the exception, or by one inside it.
    private static int StatusOf(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is BadHttpRequestException bad)
                return bad.StatusCode;
            if (current is InvalidDataException)
                return StatusCodes.Status400BadRequest;
        }

        return StatusCodes.Status500InternalServerError;
    }

    // Their files are not in the host's manifest of static assets. Before routing: in Development any file's address matches an endpoint.
    private static void UseDropInFiles(WebApplication app)
    {
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Loaded.Where(module => module.Directory is not null))
        {
            var files = Path.Combine(module.Directory!, "wwwroot");
            if (!Directory.Exists(files))
                continue;
            app.UseStaticFiles(new StaticFileOptions
            {
                RequestPath = $"/_content/{module.Assembly!.GetName().Name}",
                FileProvider = new PhysicalFileProvider(files),
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=300",
            });
        }
    }
}
