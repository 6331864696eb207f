using Portal.Testing;

namespace Organisation.Tests;

/// <summary>A portal with all tables and nobody in it, as on the first day in production.</summary>
public sealed class EmptyPortal : PortalFixture<Sqlite>
{
    protected override void Configure(PortalFactory factory)
    {
        factory.Environment = "Production";
        factory.Demo = false;
    }
}
