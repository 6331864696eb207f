using System.Globalization;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Records;

/// <summary>The filter row of 各环节信息数据, kept in the URL.</summary>
public sealed record RecordFilter
{
    [FromQuery(Name = "scheme")]
    public long? SchemeId { get; init; }

    [FromQuery(Name = "step")]
    public long? StepId { get; init; }

    [FromQuery(Name = "status")]
    public StepStatus? Status { get; init; }

    [FromQuery(Name = "department")]
    public long? DepartmentId { get; init; }

    [FromQuery(Name = "operator")]
    public string? Operator { get; init; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; init; }

    /// <summary>学号 or 姓名.</summary>
    [FromQuery(Name = "q")]
    public string? Student { get; init; }

    public Dictionary<string, string> Route() => new Dictionary<string, string?>
    {
        ["scheme"] = SchemeId?.ToString(CultureInfo.InvariantCulture),
        ["step"] = StepId?.ToString(CultureInfo.InvariantCulture),
        ["status"] = Status?.ToString(),
        ["department"] = DepartmentId?.ToString(CultureInfo.InvariantCulture),
        ["operator"] = Operator,
        ["from"] = From?.ToIso(),
        ["to"] = To?.ToIso(),
        ["q"] = Student,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);

    /// <summary>The filter in words, for the export log.</summary>
    public string Describe(string schemeName, string stepName, string? departmentName) => string.Join("；", new (string Label, string? Value)[]
    {
        ("离校方案", schemeName), ("环节", stepName), ("状态", Status is { } status ? Words.Of(status) : null), ("院系", departmentName), ("办理人", Operator),
        ("办理日期自", From?.ToIso()), ("至", To?.ToIso()), ("学号或姓名", Student),
    }.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => $"{part.Label}={part.Value}"));
}
