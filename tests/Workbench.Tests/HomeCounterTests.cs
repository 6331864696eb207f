using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Components;

namespace Workbench.Tests;

/// <summary>Counters of a module that fails are left out; those of the others stay.</summary>
public sealed class HomeCounterTests(BrokenCountersFixture portal) : IClassFixture<BrokenCountersFixture>
{
    [Fact]
    public async Task A_module_whose_counters_fail_does_not_keep_the_start_page_from_opening()
    {
        using var library = await portal.SignInAsync("lib1");
        var page = await library.OpenAsync("/");
        Assert.Contains("未办理", page.TextOf(".counters"), StringComparison.Ordinal);
        Assert.Contains(portal.Factory.Log.Entries, entry => entry.Contains("were left out of the start page", StringComparison.Ordinal));
    }
}

public sealed class BrokenCountersFixture : PortalFixture<Sqlite>
{
    protected override void Configure(PortalFactory factory)
    {
        factory.Settings["Portal:DemoStudents"] = "0";
        factory.Replace = services => services.AddScoped<IHomeCounters, BrokenCounters>();
    }

    private sealed class BrokenCounters : IHomeCounters
    {
        public Task<IReadOnlyList<CounterCard>> FindAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("The counters of a test fail.");
    }
}
