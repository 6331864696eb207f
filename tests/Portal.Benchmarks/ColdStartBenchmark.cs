using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.Testing;

namespace Portal.Benchmarks;

/// <summary>From the start of the process to the first page: the published portal with its database, beside an empty Razor Pages application.</summary>
internal static class ColdStartBenchmark
{
    private const int Rounds = 5;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-start-").FullName;
        try
        {
            await DotnetAsync($"publish \"{Path.Combine(Repository.Root, "Portal.Host")}\" -c Release -o \"{folder}/portal\" -v q");
            await DotnetAsync($"new razor -o \"{folder}/Empty\" --no-restore");
            await DotnetAsync($"publish \"{folder}/Empty\" -c Release -o \"{folder}/empty\" -v q");
            var arguments = $"--Portal:Demo=false \"--Database:ConnectionString=Data Source={folder}/portal.db\"";
            await StartAsync($"{folder}/portal/Portal.Host.dll", arguments);
            var (ours, floor) = (TimeSpan.Zero, TimeSpan.Zero);
            for (var round = 0; round < Rounds; round++)
            {
                floor += await StartAsync($"{folder}/empty/Empty.dll", "");
                ours += await StartAsync($"{folder}/portal/Portal.Host.dll", arguments);
            }

            Report.Time("published host to first page", ours / Rounds, (floor / Rounds * 1.5) + TimeSpan.FromSeconds(0.5), 1);
            Console.WriteLine($"  (the floor column is 1.5 x {(floor / Rounds).TotalMilliseconds:0} ms + 500 ms)");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> StartAsync(string assembly, string arguments)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        probe.Stop();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", $"\"{assembly}\" --urls {address} {arguments}")
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(assembly),
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(address));
                break;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(10);
            }
        }

        var elapsed = clock.Elapsed;
        process.Kill();
        await process.WaitForExitAsync();
        return elapsed;
    }

    private static async Task DotnetAsync(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {arguments} failed:\n{output}");
    }
}
