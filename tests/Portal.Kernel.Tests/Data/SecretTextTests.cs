using System.Security.Cryptography;
using Portal.Testing;

namespace Portal.Kernel.Tests.Data;

public abstract class SecretTextTests<TDialect>(KernelFixture<TDialect> fixture) : IClassFixture<KernelFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Number = "110101200001011234";

    [Fact]
    public async Task Hosts_on_one_database_agree_even_when_they_start_at_once()
    {
        var hosts = Enumerable.Range(0, 6).Select(_ => fixture.NewHost()).ToArray();
        var hashes = await Task.WhenAll(hosts.Select(host => Task.Run(() => host.Secrets.Hash(Number))));
        Assert.Single(hashes.Distinct());
        Assert.Equal(43, hashes[0].Length);
        Assert.Equal(Number, hosts[1].Secrets.Decrypt(hosts[0].Secrets.Encrypt(Number)));
        using var late = fixture.NewHost();
        Assert.Equal(hashes[0], late.Secrets.Hash(Number));
        foreach (var host in hosts)
            host.Dispose();
    }

    [Fact]
    public async Task Another_database_gives_another_hash_and_cannot_decrypt()
    {
        using var here = fixture.NewHost();
        await using var elsewhere = TestDatabase.Create<TDialect>();
        using var there = await new Kernel(elsewhere).MigrateAsync();
        Assert.NotEqual(here.Secrets.Hash(Number), there.Secrets.Hash(Number));
        Assert.Throws<CryptographicException>(() => there.Secrets.Decrypt(here.Secrets.Encrypt(Number)));
    }

    [Fact]
    public void The_same_text_is_encrypted_differently_each_time()
    {
        using var host = fixture.NewHost();
        Assert.NotEqual(host.Secrets.Encrypt(Number), host.Secrets.Encrypt(Number));
        Assert.DoesNotContain(Number, host.Secrets.Encrypt(Number), StringComparison.Ordinal);
    }
}

public sealed class SecretTextOnSqlite(KernelFixture<Sqlite> fixture) : SecretTextTests<Sqlite>(fixture);

public sealed class SecretTextOnMariaDb(KernelFixture<MariaDb> fixture) : SecretTextTests<MariaDb>(fixture);
