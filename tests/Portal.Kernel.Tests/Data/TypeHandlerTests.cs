using Dapper;
using Portal.Testing;

namespace Portal.Kernel.Tests.Data;

public abstract class TypeHandlerTests<TDialect>(KernelFixture<TDialect> fixture) : IClassFixture<KernelFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task Values_come_back_as_they_were_written()
    {
        await using var connection = await fixture.Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("create table sample (id bigint primary key, flag smallint, at datetime(3), day date, code char(36), maybe datetime(3))");
        var written = new Sample
        {
            Id = 1,
            Flag = true,
            At = new DateTime(2026, 6, 15, 6, 5, 4, 321, DateTimeKind.Utc),
            Day = new DateOnly(2026, 6, 15),
            Code = Guid.NewGuid(),
        };
        await connection.ExecuteAsync("insert into sample (id, flag, at, day, code, maybe) values (@Id, @Flag, @At, @Day, @Code, @Maybe)", written);

        var read = await connection.QuerySingleAsync<Sample>("select id, flag, at, day, code, maybe from sample");

        Assert.Equal(written, read);
        Assert.Equal(DateTimeKind.Utc, read.At.Kind);
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("select count(*) from sample where at = @At and day = @Day and code = @Code and flag = @Flag", written));
    }

    [Fact]
    public async Task Times_keep_milliseconds_and_compare_equal_to_themselves()
    {
        await using var connection = await fixture.Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("create table moment (id bigint primary key, at datetime(3))");
        var now = DateTime.UtcNow;
        await connection.ExecuteAsync("insert into moment (id, at) values (1, @now)", new { now });
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("select count(*) from moment where at = @now", new { now }));
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("select count(*) from moment where at < @now", new { now }));
        var read = await connection.QuerySingleAsync<DateTime>("select at from moment");
        Assert.True(now - read < TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Chinese_and_rare_characters_survive()
    {
        await using var connection = await fixture.Database.Source.OpenConnectionAsync();
        const string Name = "𠮷田·阿依古丽é";
        await connection.ExecuteAsync("insert into portal_setting (name, text) values ('rare', @Name)", new { Name });
        Assert.Equal(Name, await connection.ExecuteScalarAsync<string>("select text from portal_setting where name = 'rare'"));
    }

    [Fact]
    public async Task Codes_compare_binary()
    {
        await using var connection = await fixture.Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("insert into portal_setting (name, text) values ('x1', 'lower'), ('X1', 'upper')");
        Assert.Equal("upper", await connection.ExecuteScalarAsync<string>("select text from portal_setting where name = 'X1'"));
    }

    private sealed record Sample
    {
        public long Id { get; init; }

        public bool Flag { get; init; }

        public DateTime At { get; init; }

        public DateOnly Day { get; init; }

        public Guid Code { get; init; }

        public DateTime? Maybe { get; init; }
    }
}

public sealed class TypeHandlersOnSqlite(KernelFixture<Sqlite> fixture) : TypeHandlerTests<Sqlite>(fixture);

public sealed class TypeHandlersOnMariaDb(KernelFixture<MariaDb> fixture) : TypeHandlerTests<MariaDb>(fixture);
