using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Rules;
using Portal.Testing;
using Portal.Toolkit;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Applications;

[Trait("Case", "transfer:26")]
public sealed class SqliteBusinessWindowTests(TransferFixture<Sqlite> portal) : BusinessWindowTests<Sqlite>(portal);

[Trait("Case", "transfer:26")]
public sealed class MariaDbBusinessWindowTests(TransferFixture<MariaDb> portal) : BusinessWindowTests<MariaDb>(portal);

public abstract class BusinessWindowTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Theory]
    [InlineData(ApplicationKind.Transfer, "P5", "2026-03-10", true)]
    [InlineData(ApplicationKind.Transfer, "P5", "2026-07-14", true)]
    [InlineData(ApplicationKind.Transfer, "P5", "2026-07-15", false)]
    [InlineData(ApplicationKind.Transfer, "P5", "2026-08-14", false)]
    [InlineData(ApplicationKind.Transfer, "P5", "2026-08-15", true)]
    [InlineData(ApplicationKind.Transfer, "P6", "2026-06-30", true)]
    [InlineData(ApplicationKind.Transfer, "P6", "2026-07-01", false)]
    [InlineData(ApplicationKind.Transfer, "P6", "2026-08-14", false)]
    [InlineData(ApplicationKind.PostGraduation, "J3", "2026-07-20", false)]
    [InlineData(ApplicationKind.PostGraduation, "J3", "2026-08-15", true)]
    [InlineData(ApplicationKind.PostGraduation, "J3", "2026-12-14", true)]
    [InlineData(ApplicationKind.PostGraduation, "J3", "2026-12-15", false)]
    [InlineData(ApplicationKind.PostGraduation, "J3", "2027-02-28", false)]
    [InlineData(ApplicationKind.PostGraduation, "J3", "2027-03-01", true)]
    [InlineData(ApplicationKind.PostGraduation, "J3", "2027-05-31", true)]
    [InlineData(ApplicationKind.PostGraduation, "J3", "2027-06-01", false)]
    public async Task The_national_windows_are_in_the_data(ApplicationKind kind, string grade, string day, bool isOpen) =>
        Assert.Equal(isOpen, await ClosedAsync(kind, grade, day) is null);

    [Fact]
    public async Task A_provinces_own_window_stands_in_for_the_national_one()
    {
        await portal.Database.ExecuteAsync(
            """
            insert into registrytransfer_business_window (id, province_id, kind, grades, opens, closes, is_open, note, version)
            values (900, 32, 0, '', '12-20', '01-10', 0, '本省寒假', 1)
            """);
        try
        {
            Assert.Null(await ClosedAsync(ApplicationKind.Transfer, "P5", "2026-03-10", 32));
            Assert.Contains("12月20日至1月10日", await ClosedAsync(ApplicationKind.Transfer, "P5", "2026-01-05", 32), StringComparison.Ordinal);
            Assert.NotNull(await ClosedAsync(ApplicationKind.Transfer, "P5", "2026-12-31", 32));
        }
        finally
        {
            await portal.Database.ExecuteAsync("delete from registrytransfer_business_window where id = 900");
        }
    }

    private async Task<string?> ClosedAsync(ApplicationKind kind, string code, string day, long province = 1)
    {
        await using var connection = await portal.Database.Source.OpenConnectionAsync();
        var rows = await RuleData.WindowsAsync(ReadSession.Of(connection, CancellationToken.None), kind, province, 19);
        var grade = Grade.Find(code)!;
        return BusinessWindows.FindClosed(
            rows, kind, [(province, "本省"), (19, "广东省")], grade, grade.IsGraduating(SchoolingSystem.SixThree), DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}
