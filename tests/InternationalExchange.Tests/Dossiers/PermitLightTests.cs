using System.Text.Json.Nodes;
using Portal.InternationalExchange.Dossiers;
using Portal.InternationalExchange.Rules;
using Portal.Testing;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Dossiers;

public sealed class PermitLightTests
{
    private static readonly RecordSettings _settings = new(ExchangeSettings.All.ToDictionary(setting => setting.Key, setting => setting.Default));

    [Theory]
    [Trait("Case", "exchange:29")]
    [InlineData(7, 1, StateKind.Passed, "有效")]
    [InlineData(7, 2, StateKind.SourceFault, "将到期")]
    [InlineData(8, 1, StateKind.SourceFault, "将到期")]
    [InlineData(8, 2, StateKind.Failed, "逾期未申请延期")]
    [InlineData(8, 31, StateKind.Failed, "逾期未申请延期")]
    [InlineData(9, 1, StateKind.Failed, "已过期")]
    public void A_permit_that_expires_at_the_end_of_august_is_red_from_the_second(int month, int day, StateKind kind, string text)
    {
        var light = Light("valid", new() { ["kind"] = "residence", ["expiresOn"] = "2026-08-31" }, month, day);
        Assert.Equal((kind, text, new DateOnly(2026, 8, 1)), (light.Kind, light.Text, light.By));
    }

    [Theory]
    [Trait("Case", "exchange:28")]
    [InlineData(2, StateKind.Mine)]
    [InlineData(3, StateKind.Failed)]
    public void A_registration_is_late_the_day_after_its_twenty_four_hours(int day, StateKind kind)
    {
        var light = Light("to-apply", new() { ["kind"] = "temporary", ["checkedInAt"] = "2026-09-01T06:00:00Z" }, 9, day);
        Assert.Equal((kind, new DateOnly(2026, 9, 2)), (light.Kind, light.By));
    }

    [Fact]
    [Trait("Case", "exchange:28")]
    public void A_first_permit_is_applied_for_within_thirty_days_of_the_entry()
    {
        var light = Light("to-apply", new() { ["kind"] = "residence", ["enteredOn"] = "2026-09-01" }, 9, 2);
        Assert.Equal((StateKind.Mine, new DateOnly(2026, 10, 1)), (light.Kind, light.By));
    }

    private static PermitLight Light(string state, JsonObject values, int month, int day)
    {
        var clock = new MovableClock(ExchangeFixture<Sqlite>.Day(2026, month, day));
        return PermitLight.Of(new(new() { State = state }, values, []), _settings, new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), clock));
    }
}
