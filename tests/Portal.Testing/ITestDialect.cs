using Portal.Data;

namespace Portal.Testing;

/// <summary>
/// Says on which database a generic test class runs: write <c>abstract class XTests&lt;T&gt;(PortalFixture&lt;T&gt; portal)</c>
/// and seal it once for <see cref="Sqlite"/> and once for <see cref="MariaDb"/>.
/// </summary>
public interface ITestDialect
{
    static abstract SqlDialect Dialect { get; }
}

public sealed class Sqlite : ITestDialect
{
    public static SqlDialect Dialect => SqlDialect.Sqlite;
}

public sealed class MariaDb : ITestDialect
{
    public static SqlDialect Dialect => SqlDialect.MySql;
}
