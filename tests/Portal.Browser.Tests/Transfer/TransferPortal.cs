using Portal.Browser.Tests.Browsing;
using Portal.Testing;

namespace Portal.Browser.Tests.Transfer;

/// <summary>A portal on 1 September 2026, when both flows are open.</summary>
public sealed class TransferPortal : BrowserPortal<Sqlite>
{
    protected override void Configure(PortalFactory factory)
    {
        base.Configure(factory);
        factory.Clock = new(new DateTimeOffset(2026, 9, 1, 10, 0, 0, TimeSpan.FromHours(8)));
        factory.Settings["RegistryTransfer:AutomaticRollUp"] = "false";
    }
}
