using System.ComponentModel.DataAnnotations;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Pages.Schemes;

/// <summary>What can be typed about a scheme; times are those of the portal's zone.</summary>
public sealed record SchemeForm
{
    [Required(ErrorMessage = "请填写方案名称")]
    [StringLength(100, ErrorMessage = "方案名称超过100字")]
    public string Name { get; init; } = "";

    [Required(ErrorMessage = "请选择学生范围")]
    public StudentScope? StudentScope { get; init; }

    [Required(ErrorMessage = "请填写离校年份")]
    public int? SeasonYear { get; init; }

    [Required(ErrorMessage = "请填写离校月份")]
    public int? SeasonMonth { get; init; }

    public DateTime? OpenAt { get; init; }

    public DateTime? CloseAt { get; init; }

    [StringLength(5000, ErrorMessage = "公告超过5000字")]
    public string? Notice { get; init; }

    public static SchemeForm Of(Scheme scheme, LocalTime time) => new()
    {
        Name = scheme.Name,
        StudentScope = scheme.StudentScope,
        SeasonYear = scheme.SeasonYear,
        SeasonMonth = scheme.SeasonMonth,
        OpenAt = scheme.OpenAt is { } openAt ? time.ToLocal(openAt) : null,
        CloseAt = scheme.CloseAt is { } closeAt ? time.ToLocal(closeAt) : null,
        Notice = scheme.Notice,
    };

    public SchemeFacts ToFacts(LocalTime time) => new()
    {
        Name = Name.Trim(),
        StudentScope = StudentScope!.Value,
        SeasonYear = SeasonYear!.Value,
        SeasonMonth = SeasonMonth!.Value,
        OpenAt = OpenAt is { } openAt ? time.ToUtc(openAt) : null,
        CloseAt = CloseAt is { } closeAt ? time.ToUtc(closeAt) : null,
        Notice = Notice?.Trim() ?? "",
    };

    public IEnumerable<(string Label, string Text)> Texts() =>
    [
        ("方案名称", Name.Trim()),
        ("学生范围", StudentScope is { } scope ? Words.Of(scope) : ""),
        ("离校年月", $"{SeasonYear}年{SeasonMonth}月"),
        ("开始时间", $"{OpenAt:yyyy-MM-dd HH:mm}"),
        ("结束时间", $"{CloseAt:yyyy-MM-dd HH:mm}"),
        ("公告", Notice?.Trim() ?? ""),
    ];
}
