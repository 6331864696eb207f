using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Matrix;

/// <summary>The rows of Matrix.md.</summary>
internal static class MatrixTable
{
    private const int FirstUnit = 4;

    /// <summary>An account of each unit.</summary>
    public static IReadOnlyDictionary<string, string> Accounts { get; } = new Dictionary<string, string>
    {
        ["SCH"] = "sch1", ["IEO"] = "ieo1", ["SIE"] = "sie1", ["COL"] = "colA1", ["INS"] = "ins1", ["ORG"] = "org1", ["HR"] = "hr1", ["AAO"] = "aao1", ["RES"] = "res1",
        ["STU"] = "stu1", ["LOG"] = "log1", ["SEC"] = "sec1", ["DEP"] = "dep1",
    };

    public static IReadOnlyList<MatrixRow> Read()
    {
        var lines = File.ReadLines(Repository.PathOf("tests/InternationalExchange.Tests/Matrix/Matrix.md")).Where(line => line.StartsWith('|')).Select(Cells).ToArray();
        var units = lines[0][FirstUnit..];
        return [.. lines[2..].Select(cells => new MatrixRow(cells[1], cells[2], cells[3] == "yes", units.Zip(cells[FirstUnit..]).ToDictionary(pair => pair.First, pair => pair.Second)))];
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}

/// <summary>A type and condition, and what each unit may.</summary>
internal sealed record MatrixRow(string Type, string Facet, bool IsSensitive, IReadOnlyDictionary<string, string> Letters)
{
    /// <summary>Every cell as a line of a test's message.</summary>
    public override string ToString() => Facet.Length == 0 ? Type : $"{Type} ({Facet})";

    /// <summary>Where the document gives no unit a C, whoever keeps, carries out or decides the record enters it.</summary>
    public bool MayCreate(string unit) => Letters[unit].Contains("CKEA".First(letter => Letters.Values.Any(letters => letters.Contains(letter, StringComparison.Ordinal))), StringComparison.Ordinal);

    /// <summary>Whether the unit has anything to do with the type at all.</summary>
    public bool MayOpen(string unit) => Letters[unit].Length > 0 || ReadsAll(unit);

    /// <summary>
    /// Whether an account of the unit reads a record of 工程学院. Offices read what they decide, carry out, keep or file; what they review only when it comes to them,
    /// or always where there is no route. They have no students and teachers of their own: their r is for those of the whole school, that of LOG for the lodging alone. Regulations bind, and are read by, everybody. Of a sensitive record SCH and IEO read the result where the table says r.
    /// </summary>
    public bool Reads(string unit, bool hasRoute) => unit switch
    {
        _ when ReadsAll(unit) || Type == "exchange.regulation" => true,
        "COL" or "SCH" => Letters[unit].Length > 0,
        "INS" or "DEP" => false,
        not "LOG" when _people.Contains(Type) && Letters[unit] == "r" => true,
        _ => Letters[unit].AsSpan().ContainsAny(hasRoute ? "RFAEK" : "RFAEKV") || (unit == "IEO" && Letters[unit] == "r"),
    };

    private static readonly HashSet<string> _people =
    [
        "exchange.intl-student", "exchange.immigration-doc", "exchange.lodging", "exchange.counsellor", "exchange.graduation-review", "exchange.certificate", "exchange.student-reward",
        "exchange.foreign-teacher", "exchange.teacher-evaluation", "exchange.outbound-student",
    ];

    private bool ReadsAll(string unit) => !IsSensitive && unit is ("SCH" or "IEO");
}
