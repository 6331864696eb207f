using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Portal.Testing;

/// <summary>The whole host in this process, on one database. In Development with demo data unless told otherwise.</summary>
public class PortalFactory(TestDatabase database) : WebApplicationFactory<Program>
{
    private readonly string _noModules = Directory.CreateTempSubdirectory("portal-modules-").FullName;

    public TestDatabase Database { get; } = database;

    public string Environment { get; set; } = "Development";

    /// <summary>Seed the demo data of all modules.</summary>
    public bool Demo { get; set; } = true;

    /// <summary>Replaces the host's clock.</summary>
    public MovableClock? Clock { get; set; }

    /// <summary>Folder of drop-in modules; an empty one of its own unless set.</summary>
    public string? ModulesPath { get; set; }

    /// <summary>Further settings, for example <c>Portal:Theme</c>.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>Changes the services after all modules registered theirs.</summary>
    public Action<IServiceCollection>? Replace { get; set; }

    public HostLog Log { get; } = new();

    /// <summary>A browser without scripts; it follows redirects and keeps cookies.</summary>
    public PortalClient Browse() =>
        new(CreateDefaultClient(new Uri("https://localhost"), new BrowserHandler()));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting(WebHostDefaults.StaticWebAssetsKey, Path.Combine(Repository.HostOutput, "Portal.Host.staticwebassets.runtime.json"));
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("Portal:ModulesPath", ModulesPath ?? _noModules);
        builder.UseSetting("Portal:Demo", Demo ? "true" : "false");

        // All tests come from one address; the limit has a test of its own.
        builder.UseSetting("Portal:RateLimits:SignIn", "100000");
        builder.UseSetting("Portal:RateLimits:LookUp", "100000");
        foreach (var (key, value) in Database.Settings.Concat(Settings))
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            if (Clock is not null)
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            Replace?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_noModules))
            Directory.Delete(_noModules, recursive: true);
    }
}
