namespace Portal.RegistryTransfer.Model;

/// <summary>年级 by the module's own codes P1–P6, J1–J4, S1–S3 (domain §4.5); kept as its code.</summary>
internal sealed record Grade
{
    private static readonly string[] _numerals = ["一", "二", "三", "四", "五", "六"];

    private Grade(string code, Stages stage, int year, string label) => (Code, Stage, Year, Label) = (code, stage, year, label);

    public static IReadOnlyList<Grade> All { get; } =
    [
        .. Enumerable.Range(1, 6).Select(year => new Grade($"P{year}", Stages.Primary, year, $"小学{_numerals[year - 1]}年级")),
        .. Enumerable.Range(1, 4).Select(year => new Grade($"J{year}", Stages.JuniorHigh, year, $"初中{_numerals[year - 1]}年级")),
        .. Enumerable.Range(1, 3).Select(year => new Grade($"S{year}", Stages.SeniorHigh, year, $"高中{_numerals[year - 1]}年级")),
    ];

    public string Code { get; }

    public Stages Stage { get; }

    /// <summary>Year within the stage, from 1.</summary>
    public int Year { get; }

    public string Label { get; }

    /// <summary>Rises from the first year of primary school to the last of senior high school; the codes alone would put J before P.</summary>
    public int Order => (10 * (int)Stage) + Year;

    /// <summary>The grade of that code; null for an unknown one.</summary>
    public static Grade? Find(string? code) => All.FirstOrDefault(grade => grade.Code == code);

    /// <summary>毕业年级 of its stage in a schooling system: P5 and J4 end a stage where primary school has five years.</summary>
    public bool IsGraduating(SchoolingSystem system) => Stage switch
    {
        Stages.Primary => Year == (system == SchoolingSystem.FiveFour ? 5 : 6),
        Stages.JuniorHigh => Year == (system == SchoolingSystem.FiveFour ? 4 : 3),
        _ => Year == 3,
    };
}
