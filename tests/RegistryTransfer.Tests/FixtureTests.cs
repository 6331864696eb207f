using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests;

public sealed class SqliteFixtureTests(TransferFixture<Sqlite> portal) : FixtureTests<Sqlite>(portal);

public sealed class MariaDbFixtureTests(TransferFixture<MariaDb> portal) : FixtureTests<MariaDb>(portal);

public abstract class FixtureTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task The_demo_holds_32_provinces_five_schools_and_one_active_enrolment_for_each_student()
    {
        Assert.Equal(32, await portal.Database.ScalarAsync<long>("select count(*) from registrytransfer_province"));
        Assert.Equal(5, await portal.Database.ScalarAsync<long>("select count(*) from registrytransfer_school"));
        Assert.Equal(
            await portal.Database.ScalarAsync<long>("select count(*) from registrytransfer_student"),
            await portal.Database.ScalarAsync<long>("select count(*) from registrytransfer_enrolment where active_student_id = student_id"));
    }
}
