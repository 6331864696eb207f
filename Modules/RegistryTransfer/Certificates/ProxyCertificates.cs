using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.RegistryTransfer.Certificates;

/// <summary>A proxy that ends TLS passes the client's certificate in a header; only a known proxy is believed.</summary>
internal static class ProxyCertificates
{
    private const string HeaderSetting = "Portal:ClientCertificateHeader";
    private const string ProxiesSetting = "Portal:ClientCertificateProxies";

    public static void Use(IApplicationBuilder app)
    {
        var configuration = app.ApplicationServices.GetRequiredService<IConfiguration>();
        if (string.IsNullOrWhiteSpace(configuration[HeaderSetting]))
            return;
        IPNetwork[] proxies = [.. (configuration[ProxiesSetting] ?? "127.0.0.1,::1").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
        app.UseWhen(http => IsKnown(http, proxies), known => known.UseCertificateForwarding());
    }

    public static void Configure(IServiceCollection services)
    {
        services.AddCertificateForwarding(options => options.HeaderConverter = Read);
        services.AddOptions<Microsoft.AspNetCore.HttpOverrides.CertificateForwardingOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            if (configuration[HeaderSetting] is { Length: > 0 } header)
                options.CertificateHeader = header.Trim();
        });
    }

    // nginx sends PEM, escaped as in an address; others plain base64 of DER.
    private static X509Certificate2 Read(string header)
    {
        var text = header.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(header) : header;
        return text.Contains("-----BEGIN", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromPem(text)
            : X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text));
    }

    // The socket's own end: forwarded headers may have replaced the connection's address with the client's.
    private static bool IsKnown(HttpContext http, IPNetwork[] proxies)
    {
        if (http.Features.Get<IConnectionSocketFeature>()?.Socket.RemoteEndPoint is not IPEndPoint { Address: var peer })
            return false;
        var address = peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer;
        return proxies.Any(proxy => proxy.Contains(address));
    }

    private static IPNetwork Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
            : throw new InvalidOperationException($"{ProxiesSetting}: “{text}”不是 IP 地址或网段（如 10.0.0.5 或 10.0.0.0/24）。");
    }
}
