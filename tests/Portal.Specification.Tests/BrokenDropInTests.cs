using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Modules;
using Portal.Testing;

namespace Portal.Specification.Tests;

/// <summary>A broken drop-in is a state with a reason; the portal works on.</summary>
public sealed class BrokenDropInTests : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.Create<Sqlite>();
    private readonly DropInFolder _folder = new();

    [Theory]
    [InlineData("constructor", "fault: constructor")]
    [InlineData("services", "fault: services")]
    [InlineData("container", "fault: container")]
    [InlineData("configure", "fault: configure")]
    [InlineData("permissions", "fault: permissions")]
    [InlineData("check", "fault: check")]
    [InlineData("stereotypes", "fault: stereotypes")]
    [InlineData("demo", "fault: demo")]
    [InlineData("page", "/Areas/Samples.Faulty/Pages/Index.cshtml 没有说明谁可以访问")]
    [InlineData("endpoint", "不受模块开关管理")]
    [InlineData("doubled", "权限 organisation.units.manage 被声明了两次")]
    public async Task A_fault_at_start_up_fails_the_module_alone(string fault, string reason)
    {
        _folder.AddFaulty(fault);
        await using var host = Start();
        var module = host.Services.GetRequiredService<IModuleCatalog>().Modules.Single(found => found.Source == ModuleSource.DropIn);
        Assert.Equal(ModuleState.Failed, module.State);
        Assert.Contains(reason, module.Reason, StringComparison.Ordinal);

        using var admin = host.Browse();
        await admin.SignInAsync("admin");
        Assert.Contains(reason, (await admin.OpenAsync("/organisation/modules")).Text, StringComparison.Ordinal);
        (await admin.GetAsync("/samples.faulty")).Expect(HttpStatusCode.NotFound);
        (await admin.OpenAsync("/organisation/units")).Find("h1");
    }

    [Fact]
    public async Task A_menu_that_fails_is_left_out()
    {
        _folder.AddFaulty("menu");
        await using var host = Start();
        using var admin = host.Browse();
        await admin.SignInAsync("admin");
        (await admin.OpenAsync("/organisation/units")).Find("nav a[href='/organisation/units']");
        Assert.Contains(host.Log.Entries, entry => entry.Contains("fault: menu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_private_package_is_named()
    {
        File.Delete(Path.Combine(_folder.Add("Samples.DropIn"), "NodaTime.dll"));
        await using var host = Start();
        var module = host.Services.GetRequiredService<IModuleCatalog>().Find("Portal.Samples.DropIn")!;
        Assert.Equal(ModuleState.NotSupported, module.State);
        Assert.Contains("NodaTime", module.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_no_module_are_shown_with_what_is_missing()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "rubbish"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "rubbish", "rubbish.dll"), "rubbish");
        await using var host = Start();
        using var admin = host.Browse();
        await admin.SignInAsync("admin");
        Assert.Contains("deps.json", (await admin.OpenAsync("/organisation/modules")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_out_of_the_folder_a_module_is_gone_and_its_data_stays()
    {
        var folder = _folder.Add("Samples.DropIn");
        await using (var with = Start())
        {
            using var admin = with.Browse();
            await admin.SignInAsync("admin");
            await admin.OpenAsync("/samples.dropin/weeks");
        }

        Directory.Delete(folder, recursive: true);
        await using var without = Start();
        using var later = without.Browse();
        await later.SignInAsync("admin");
        (await later.GetAsync("/samples.dropin/weeks")).Expect(HttpStatusCode.NotFound);
        Assert.DoesNotContain("Samples.DropIn", (await later.OpenAsync("/organisation/modules")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await _database.ScalarAsync<int>("select count(*) from samplesdropin_term"));
    }

    [Fact]
    public async Task Configured_not_to_load_it_is_disabled_without_running_any_of_its_code()
    {
        _folder.AddFaulty("constructor");
        await using var host = Start(("Portal:Modules:Samples.Faulty:Load", "false"));
        Assert.Equal(ModuleState.Disabled, host.Services.GetRequiredService<IModuleCatalog>().Find("Samples.Faulty")!.State);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private PortalFactory Start(params (string Key, string Value)[] settings)
    {
        var host = new PortalFactory(_database) { ModulesPath = _folder.Path };
        host.Settings["Portal:Modules:Samples.DropIn:Enabled"] = "true";
        host.Settings["Portal:Modules:Samples.Faulty:Enabled"] = "true";
        foreach (var (key, value) in settings)
            host.Settings[key] = value;
        host.StartServer();
        return host;
    }
}
