using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>What to measure, and on how much data.</summary>
internal sealed record BenchmarkOptions
{
    public int Students { get; init; } = 20_000;

    /// <summary>Applications of the registry transfer; three of a hundred are open.</summary>
    public int Applications { get; init; } = 100_000;

    /// <summary>Records of one type, of all colleges.</summary>
    public int Records { get; init; } = 200_000;

    public string Database { get; init; } = "Sqlite";

    /// <summary>How long each page is asked for, all rounds together.</summary>
    public int Seconds { get; init; } = 10;

    public IReadOnlyList<string> Works { get; init; } = [];

    public bool Runs(string work) => Works.Count == 0 || Works.Contains(work);

    public static BenchmarkOptions Parse(string[] args)
    {
        var options = new BenchmarkOptions();
        for (var index = 0; index < args.Length; index++)
        {
            options = args[index] switch
            {
                "--students" => options with { Students = int.Parse(args[++index], CultureInfo.InvariantCulture) },
                "--applications" => options with { Applications = int.Parse(args[++index], CultureInfo.InvariantCulture) },
                "--records" => options with { Records = int.Parse(args[++index], CultureInfo.InvariantCulture) },
                "--database" => options with { Database = args[++index] },
                "--mysql" => options.OnServer(args[++index]),
                "--seconds" => options with { Seconds = int.Parse(args[++index], CultureInfo.InvariantCulture) },
                _ => options with { Works = [.. options.Works, args[index]] },
            };
        }

        return options;
    }

    // The tests' server, which makes and drops schemas of its own.
    private BenchmarkOptions OnServer(string connectionString)
    {
        Environment.SetEnvironmentVariable("PORTAL_TEST_MYSQL", connectionString);
        return this with { Database = "MariaDb" };
    }
}
