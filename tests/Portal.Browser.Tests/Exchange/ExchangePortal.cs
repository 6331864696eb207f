using Portal.Browser.Tests.Browsing;
using Portal.Testing;

namespace Portal.Browser.Tests.Exchange;

/// <summary>A portal on Monday, 2026-03-02, the day of the cases of the exchange domain.</summary>
public sealed class ExchangePortal : BrowserPortal<Sqlite>
{
    public MovableClock Clock { get; } = new(Day(2026, 3, 2));

    public static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 10, 0, 0, TimeSpan.FromHours(8));

    protected override void Configure(PortalFactory factory)
    {
        base.Configure(factory);
        factory.Clock = Clock;
    }
}
