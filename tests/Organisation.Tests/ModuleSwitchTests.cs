using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Modules;
using Portal.Modules.Manifest;
using Portal.Organisation.Structure;
using Portal.Testing;

namespace Organisation.Tests;

/// <summary>The walk from the root (1) over a university (10) to a college (100).</summary>
[Trait("Case", "kernel:switch")]
public sealed class ModuleSwitchTests : IClassFixture<EmptyPortal>, IAsyncLifetime
{
    private const long Root = 1;
    private const long University = 10;
    private const long College = 100;
    private readonly EmptyPortal _portal;

    public ModuleSwitchTests(EmptyPortal portal) => _portal = portal;

    public Task InitializeAsync() => _portal.Database.ExecuteAsync(
        """
        delete from organisation_unit_module;
        delete from organisation_unit where id > 1;
        insert into organisation_unit (id, parent_id, name, kind, path, position, version) values (10, 1, '大学', '', '/1/10/', 1, 1);
        insert into organisation_unit (id, parent_id, name, kind, path, position, version) values (100, 10, '学院', '', '/1/10/100/', 1, 1);
        """);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("", false)]
    [InlineData("1:on", true)]
    [InlineData("1:off", false)]
    [InlineData("10:on", true)]
    [InlineData("100:on", true)]
    [InlineData("1:on 10:off", false)]
    [InlineData("1:off 10:on", true)]
    [InlineData("1:on 10:off 100:on", true)]
    [InlineData("1:on-locked 10:off 100:off", true)]
    [InlineData("1:off-locked 10:on 100:on", false)]
    [InlineData("1:on 10:off-locked 100:on", false)]
    [InlineData("1:off 10:on-locked 100:off", true)]
    [InlineData("1:on 100:off-locked", false)]
    public async Task The_nearest_row_wins_and_a_locked_row_ends_the_walk(string rows, bool expected)
    {
        await SetAsync("A", rows);

        Assert.Equal(expected, Switch().IsEnabled("A", College));
    }

    [Fact]
    public void Configuration_decides_where_no_unit_did()
    {
        Assert.True(Switch(("Portal:Modules:A:Enabled", "true")).IsEnabled("A", College));
    }

    [Fact]
    public async Task A_row_beats_the_configuration()
    {
        await SetAsync("A", "10:off");

        Assert.False(Switch(("Portal:Modules:A:Enabled", "true")).IsEnabled("A", College));
    }

    [Fact]
    public async Task A_module_whose_dependency_is_off_is_off()
    {
        await SetAsync("B", "1:on");

        Assert.False(Switch().IsEnabled("B", College));
        var decision = Switch().Decide("B", College);
        Assert.Equal((SwitchReason.DependencyOff, "A"), (decision.Reason, decision.DependencyId));

        await SetAsync("A", "10:on");
        Assert.True(Switch().IsEnabled("B", College));
        Assert.False(Switch().IsEnabled("B", Root));
    }

    [Fact]
    public async Task Modules_that_depend_on_each_other_are_off()
    {
        await SetAsync("Hen", "1:on");
        await SetAsync("Egg", "1:on");

        Assert.False(Switch().IsEnabled("Hen", College));
    }

    [Fact]
    public async Task An_always_enabled_module_ignores_rows_and_units()
    {
        await SetAsync("Always", "1:off-locked");

        Assert.True(Switch().IsEnabled("Always", College));
        Assert.True(Switch().IsEnabled("Always", 0));
    }

    [Fact]
    public async Task What_is_unknown_or_not_loaded_is_off()
    {
        await SetAsync("A", "1:on");

        Assert.False(Switch().IsEnabled("Nowhere", College));
        Assert.False(Switch().IsEnabled("A", 4711));
        Assert.False(Switch().IsEnabled("A", 0));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_means_off()
    {
        var broken = TestDatabase.Create<Sqlite>();
        await using (broken)
            Assert.False(Switch(broken).IsEnabled("A", College));
    }

    [Fact]
    public async Task The_lock_names_the_unit_that_set_it()
    {
        await SetAsync("A", "10:on-locked");

        Assert.Equal("大学", Switch().LockedAbove("A", College)?.Name);
        Assert.Null(Switch().LockedAbove("A", University));
    }

    private ModuleSwitch Switch(params (string Key, string Value)[] settings) => Switch(_portal.Database, settings);

    private static ModuleSwitch Switch(TestDatabase database, params (string Key, string Value)[] settings) => new(
        new SnapshotStore(database.Source, TimeProvider.System),
        new Catalog(),
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build(),
        NullLogger<ModuleSwitch>.Instance);

    private async Task SetAsync(string module, string rows)
    {
        foreach (var row in rows.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (unit, state) = row.Split(':') is [var left, var right] ? (long.Parse(left, System.Globalization.CultureInfo.InvariantCulture), right) : default;
            await _portal.Database.ExecuteAsync(
                "insert into organisation_unit_module (unit_id, module_id, enabled, locked, version) values (@unit, @module, @enabled, @locked, 1)",
                new { unit, module, enabled = state!.StartsWith("on", StringComparison.Ordinal), locked = state.EndsWith("locked", StringComparison.Ordinal) });
        }
    }

    private sealed class Catalog : IModuleCatalog
    {
        public IReadOnlyList<ModuleDescriptor> Modules { get; } =
            [Describe("A"), Describe("B", "A"), Describe("Hen", "Egg"), Describe("Egg", "Hen"), Describe("Always", isAlwaysEnabled: true)];

        public ModuleDescriptor? Find(string id) => Modules.FirstOrDefault(module => module.Id == id);

        public ModuleDescriptor? FindByAssembly(System.Reflection.Assembly assembly) => null;

        private static ModuleDescriptor Describe(string id, string? dependency = null, bool isAlwaysEnabled = false) => new()
        {
            Id = id,
            Source = ModuleSource.Referenced,
            Manifest = new ModuleAttribute { Id = id, Name = id, Dependencies = dependency is null ? [] : [dependency], IsAlwaysEnabled = isAlwaysEnabled },
        };
    }
}
