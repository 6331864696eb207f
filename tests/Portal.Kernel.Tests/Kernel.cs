using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Data;
using Portal.Testing;

namespace Portal.Kernel.Tests;

/// <summary>The kernel's data classes of one host, wired by hand; several on one database stand for several hosts.</summary>
public sealed class Kernel : IDisposable
{
    private readonly WriteGate _gate;

    public Kernel(TestDatabase database, MovableClock? clock = null)
    {
        Source = database.Source;
        Dialect = database.Dialect;
        Clock = clock ?? new MovableClock();
        _gate = new WriteGate(Dialect);
        Sequence = new IdSequence(Source, Dialect, _gate);
        Signal = new CommitSignal();
        Transactions = new WriteTransactions(Source, Dialect, Sequence, _gate, Signal);
        Lease = new DatabaseLease(Source, Clock, NullLogger<DatabaseLease>.Instance);
        Migrator = new Migrator(Source, Dialect, Lease, Clock);
        Secrets = new SecretText(Protection(Source), Source);
    }

    public DbDataSource Source { get; }

    public SqlDialect Dialect { get; }

    public MovableClock Clock { get; }

    internal IdSequence Sequence { get; }

    internal CommitSignal Signal { get; }

    internal IWriteTransactions Transactions { get; }

    internal DatabaseLease Lease { get; }

    internal Migrator Migrator { get; }

    internal ISecretText Secrets { get; }

    public async Task<Kernel> MigrateAsync()
    {
        await new SchemaBootstrap(Source).EnsureAsync(CancellationToken.None);
        await Migrator.MigrateAsync("Portal.Kernel", typeof(IMigrator).Assembly, CancellationToken.None);
        return this;
    }

    public void Dispose()
    {
        _gate.Dispose();
        Sequence.Dispose();
        Signal.Dispose();
    }

    private static IDataProtectionProvider Protection(DbDataSource source)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("Portal");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new DataProtectionKeys(source));
        return services.BuildServiceProvider().GetDataProtectionProvider();
    }
}
