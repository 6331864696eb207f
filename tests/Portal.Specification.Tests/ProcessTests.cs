using Portal.Testing;

namespace Portal.Specification.Tests;

/// <summary>The host as it is run in earnest: a process of its own.</summary>
public sealed class ProcessTests : IAsyncLifetime
{
    private readonly TestDatabase _mariaDb = TestDatabase.Create<MariaDb>();
    private readonly TestDatabase _sqlite = TestDatabase.Create<Sqlite>();

    [Fact]
    public async Task Killed_and_started_again_it_goes_on_with_the_same_cookie()
    {
        await using var first = await PortalProcess.Start(_mariaDb).WaitUntilReadyAsync();
        using var client = first.Browse();
        await client.SignInAsync("admin");
        await first.KillAsync();
        await using var second = await PortalProcess.Start(_mariaDb, new Dictionary<string, string?> { ["Urls"] = first.Address.ToString() }).WaitUntilReadyAsync(address: first.Address);
        Assert.Equal("单位", (await client.OpenAsync("/organisation/units")).TextOf("h1"));
    }

    [Fact]
    public async Task A_missing_driver_ends_the_start_with_both_places()
    {
        await using var host = PortalProcess.Start(_sqlite, new Dictionary<string, string?>
        {
            ["Database:Provider"] = "MySql",
            ["Database:ConnectionString"] = "Server=127.0.0.1",
            ["Database:Factory"] = "Acme.Factory, Acme.Driver",
        });
        Assert.NotEqual(0, await host.WaitForExitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains("Acme.Driver", host.Output, StringComparison.Ordinal);
        Assert.Contains("drivers", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_driver_in_the_drivers_folder_is_found()
    {
        var root = Directory.CreateTempSubdirectory("portal-root-").FullName;
        File.Copy(Repository.PathOf("appsettings.json"), Path.Combine(root, "appsettings.json"));
        var drivers = Directory.CreateDirectory(Path.Combine(root, "drivers")).FullName;
        string[] files = ["MySql.Data.dll", "Google.Protobuf.dll", "BouncyCastle*.dll", "System.Configuration.ConfigurationManager.dll", "System.Security.Permissions.dll"];
        foreach (var file in files.SelectMany(pattern => Directory.EnumerateFiles(AppContext.BaseDirectory, pattern)))
            File.Copy(file, Path.Combine(drivers, Path.GetFileName(file)));
        await using var host = await PortalProcess.Start(
            _mariaDb,
            new Dictionary<string, string?> { ["contentRoot"] = root },
            new Dictionary<string, string> { ["PORTAL_TEST_OWN_DRIVER"] = "1" }).WaitUntilReadyAsync();
        using var client = host.Browse();
        await client.SignInAsync("admin");
        Assert.True(await _mariaDb.ScalarAsync<int>("select count(*) from organisation_unit") > 0);
        Directory.Delete(root, recursive: true);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _mariaDb.DisposeAsync();
        await _sqlite.DisposeAsync();
    }
}
