using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.RegistryTransfer.Certificates;

/// <summary>Puts the gate before the pages of the platform and lets connections show a certificate.</summary>
internal static class CertificateServices
{
    private const string AskSetting = "Portal:AskForClientCertificates";

    // Every page in these folders, also those that come later.
    private static readonly string[] _platform = ["/Apply", "/Reviews", "/Query", "/Revoke"];

    public static void AddCertificates(this IServiceCollection services)
    {
        services.Configure<RazorPagesOptions>(options =>
        {
            foreach (var folder in _platform)
                options.Conventions.AddAreaFolderApplicationModelConvention("RegistryTransfer", folder, page => page.Filters.Add(new TypeFilterAttribute<CertificateGate>()));
        });

        // Who does not show one is let in: the pages judge, and the installation page must stay within reach.
        services.AddOptions<KestrelServerOptions>().Configure<IConfiguration>((server, configuration) =>
        {
            if (!configuration.GetValue(AskSetting, true))
                return;
            server.ConfigureHttpsDefaults(https =>
            {
                https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                https.AllowAnyClientCertificate();
            });
        });
        ProxyCertificates.Configure(services);
    }
}
