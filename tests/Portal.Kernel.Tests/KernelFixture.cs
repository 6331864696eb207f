using Portal.Testing;

namespace Portal.Kernel.Tests;

/// <summary>A database with the kernel's tables, one per test class.</summary>
public sealed class KernelFixture<TDialect> : IAsyncLifetime
    where TDialect : ITestDialect
{
    public TestDatabase Database { get; } = TestDatabase.Create<TDialect>();

    /// <summary>One more host on the same database.</summary>
    public Kernel NewHost(MovableClock? clock = null) => new(Database, clock);

    public async Task InitializeAsync()
    {
        using var kernel = await NewHost().MigrateAsync();
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
