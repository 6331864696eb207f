using Portal.Testing;

namespace Portal.Browser.Tests.Browsing;

/// <summary>A portal that listens on a real port, with the clearance fixture of domain §4f as its demo.</summary>
public class BrowserPortal<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    public Uri Address => Factory.ClientOptions.BaseAddress;

    protected override void Configure(PortalFactory factory)
    {
        factory.UseKestrel(0);
        factory.Settings["Portal:DemoStudents"] = "0";
    }
}

/// <summary>The portal most tests use: what a browser shows does not depend on the database.</summary>
public sealed class BrowserPortal : BrowserPortal<Sqlite>;
