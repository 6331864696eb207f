using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace Portal.Web;

/// <summary>One appsettings.json at the top level serves run, publish and tests.</summary>
public static class PortalConfiguration
{
    /// <summary>A builder whose content root holds appsettings.json when published, or that found the file above the project otherwise.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var isPublished = File.Exists(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        var builder = WebApplication.CreateBuilder(isPublished
            ? new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
            : new WebApplicationOptions { Args = args });
        if (!isPublished)
            AddSettingsAbove(builder);
        return builder;
    }

    /// <summary>The folder of appsettings.json: data, drivers and drop-in modules lie beside it.</summary>
    internal static string FindRoot(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "appsettings.json")))
                return folder.FullName;
        }

        return contentRoot;
    }

    private static void AddSettingsAbove(WebApplicationBuilder builder)
    {
        // At the place of the default file, so that environment variables and the command line still win.
        var sources = ((IConfigurationBuilder)builder.Configuration).Sources;
        var position = sources.OfType<JsonConfigurationSource>().Select(sources.IndexOf).DefaultIfEmpty(sources.Count).Min();
        var settings = new JsonConfigurationSource
        {
            Path = Path.Combine(FindRoot(builder.Environment.ContentRootPath), "appsettings.json"),
            ReloadOnChange = false,
        };
        settings.ResolveFileProvider();
        sources.Insert(position, settings);
    }
}
