using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using MySql.Data.MySqlClient;

namespace Portal.Testing;

/// <summary>
/// The MariaDB of this test run: the one named by <c>PORTAL_TEST_MYSQL</c> (tests/run starts it), otherwise a private server
/// that lives as long as the test process. Without either the tests fail; they never skip.
/// </summary>
public static class MariaDbServer
{
    private const string Variable = "PORTAL_TEST_MYSQL";
    private static readonly string[] Places = ["/usr/sbin/mariadbd", "/usr/bin/mariadbd", "/usr/local/sbin/mariadbd"];
    private static readonly Lazy<string> Server = new(Start);
    private static readonly ManualResetEventSlim Pause = new();
    private static Process? _guard;

    static MariaDbServer()
    {
        MySqlDataPatch.Apply();

        // MySql.Data blocks a thread for every statement and waits for another one while it connects.
        ThreadPool.SetMinThreads(64, 64);
    }

    /// <summary>Connection string without a database; the account may create some.</summary>
    public static string ConnectionString => Server.Value;

    private static string Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        var program = Places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(
            $"MariaDB is missing: install the package mariadb-server, or name a server in {Variable} (Server=…;Port=…;Uid=…;Pwd=…).");
        var folder = Directory.CreateTempSubdirectory("portal-mariadb-").FullName;
        var password = RandomNumberGenerator.GetHexString(24);
        var port = FreePort.Find();
        var user = Environment.IsPrivilegedProcess ? "--user=root" : "--skip-ssl";
        var init = Path.Combine(folder, "init.sql");
        File.WriteAllText(init, $"create user 'portal'@'127.0.0.1' identified by '{password}';\ngrant all on *.* to 'portal'@'127.0.0.1';\n");
        var data = Path.Combine(folder, "data");
        Run("mariadb-install-db", "--no-defaults", $"--datadir={data}", "--auth-root-authentication-method=normal", "--skip-test-db", user);
        StartServer(
            folder, program, "--no-defaults", $"--datadir={data}", $"--port={port}", "--bind-address=127.0.0.1", $"--socket={folder}/s", $"--pid-file={folder}/pid", $"--init-file={init}",
            "--skip-name-resolve", "--skip-log-bin", "--connect-timeout=60", "--innodb-flush-log-at-trx-commit=2", "--innodb-buffer-pool-size=256M", "--max-connections=400", user);
        var connectionString = $"Server=127.0.0.1;Port={port};Uid=portal;Pwd={password};SslMode=None;CharSet=utf8mb4";
        WaitUntilReady(connectionString, Path.Combine(folder, "log"));
        return connectionString;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed:\n{errors}\n{output.GetAwaiter().GetResult()}");
    }

    // The shell ends the server and removes its folder when this process ends, in whatever way: its input closes then.
    private static void StartServer(string folder, params string[] command)
    {
        const string Script = "folder=$1; shift; \"$@\" >\"$folder/log\" 2>&1 & server=$!; cat >/dev/null; kill -9 $server; wait $server; rm -rf \"$folder\"";
        _guard = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", folder, .. command]) { RedirectStandardInput = true });
    }

    private static void WaitUntilReady(string connectionString, string log)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new MySqlConnection(connectionString);
                connection.Open();
                return;
            }
            catch (MySqlException exception)
            {
                if (patience.Elapsed > TimeSpan.FromSeconds(60))
                    throw new InvalidOperationException($"The private MariaDB did not start:\n{File.ReadAllText(log)}", exception);
                Pause.Wait(TimeSpan.FromMilliseconds(200));
            }
        }
    }
}

/// <summary>Finds a port nobody listens on.</summary>
public static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
