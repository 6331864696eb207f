using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Testing;

/// <summary>The built host as a process of its own, for tests that kill it or watch it start.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private PortalProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string Output => string.Join('\n', _output);

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Bytes of memory the host holds now.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the host; <paramref name="settings"/> are passed as its command line, <paramref name="environment"/> as its variables.</summary>
    public static PortalProcess Start(
        TestDatabase database, IReadOnlyDictionary<string, string?>? settings = null, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var all = database.Settings.ToDictionary();
        all["Urls"] = address.ToString();
        all["Portal:ModulesPath"] = Path.Combine(Path.GetTempPath(), "portal-no-modules");
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
            all[key] = value;
        var host = folder ?? Repository.HostOutput;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(host, "Portal.Host.dll"), .. all.Select(pair => $"--{pair.Key}={pair.Value}")])
        {
            WorkingDirectory = folder ?? Repository.PathOf("Portal.Host"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(PortalProcess).Assembly.Location;
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        return new PortalProcess(Process.Start(start)!, address);
    }

    /// <summary>Waits until the host answers a request.</summary>
    public async Task<PortalProcess> WaitUntilReadyAsync(TimeSpan? patience = null, Uri? address = null)
    {
        using var http = new HttpClient { BaseAddress = address ?? Address };
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The host ended with {_process.ExitCode}:\n{Output}");
            try
            {
                using var response = await http.GetAsync(new Uri("/", UriKind.Relative));
                return this;
            }
            catch (HttpRequestException) when (watch.Elapsed < (patience ?? TimeSpan.FromSeconds(90)))
            {
                await Task.Delay(100);
            }
        }
    }

    public async Task<int> WaitForExitAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: nothing in the host gets a chance to finish.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public PortalClient Browse() => Browse(Address);

    /// <summary>A browser at an address of the host; it believes this server certificate only and shows its own when asked.</summary>
    public static PortalClient Browse(Uri address, X509Certificate2? server = null, X509Certificate2? own = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => server is not null && server.Equals(shown);
        if (own is not null)
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => own;
        return new(new HttpClient(new BrowserHandler(handler)) { BaseAddress = address });
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }
}
