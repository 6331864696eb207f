using System.Globalization;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Certificates;

/// <summary>The filter row of 发放登记, kept in the URL.</summary>
public sealed record RegisterFilter
{
    [FromQuery(Name = "scheme")]
    public long? SchemeId { get; init; }

    [FromQuery(Name = "department")]
    public long? DepartmentId { get; init; }

    [FromQuery(Name = "kind")]
    public CertificateKind? Kind { get; init; }

    /// <summary>有效 or 作废; null for both.</summary>
    [FromQuery(Name = "valid")]
    public bool? Valid { get; init; }

    [FromQuery(Name = "serial")]
    public string? SerialNo { get; init; }

    [FromQuery(Name = "q")]
    public string? Student { get; init; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; init; }

    public Dictionary<string, string> Route() => new Dictionary<string, string?>
    {
        ["scheme"] = SchemeId?.ToString(CultureInfo.InvariantCulture),
        ["department"] = DepartmentId?.ToString(CultureInfo.InvariantCulture),
        ["kind"] = Kind?.ToString(),
        ["valid"] = Valid?.ToString(),
        ["serial"] = SerialNo,
        ["q"] = Student,
        ["from"] = From?.ToIso(),
        ["to"] = To?.ToIso(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);

    /// <summary>The filter in words, for the export log and the head of the sheet people sign.</summary>
    public string Describe(string? schemeName, string? departmentName) => string.Join("；", new (string Label, string? Value)[]
    {
        ("离校方案", schemeName), ("院系", departmentName), ("种类", Kind?.Word()), ("状态", Valid is null ? null : Valid.Value ? "有效" : "作废"),
        ("编号", SerialNo), ("学号或姓名", Student), ("领取日期自", From?.ToIso()), ("至", To?.ToIso()),
    }.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => $"{part.Label}={part.Value}"));
}
