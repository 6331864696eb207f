using System.ComponentModel.DataAnnotations;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Pages.Schemes.Steps;

/// <summary>What can be typed about a step; the due time is that of the portal's zone.</summary>
public sealed record StepForm
{
    [Required(ErrorMessage = "请填写编号，如 E1")]
    public string Code { get; init; } = "";

    [Required(ErrorMessage = "请填写环节名称")]
    [StringLength(50, ErrorMessage = "环节名称超过50字")]
    public string Name { get; init; } = "";

    [Required(ErrorMessage = "请选择离校点")]
    public long? UnitId { get; init; }

    public StepMode Mode { get; init; }

    public bool IsRequired { get; init; } = true;

    public bool IsFinal { get; init; }

    public bool AppliesToHukouTransfer { get; init; }

    public bool AppliesToDormitory { get; init; }

    public bool RemarkRequiredOnFail { get; init; }

    public string? Place { get; init; }

    public string? Hours { get; init; }

    public string? Contact { get; init; }

    public string? Guide { get; init; }

    public DateTime? DueAt { get; init; }

    public long[] PrerequisiteIds { get; init; } = [];

    public static StepForm Of(Step step, LocalTime time) => new()
    {
        Code = step.Code,
        Name = step.Name,
        UnitId = step.UnitId,
        Mode = step.Mode,
        IsRequired = step.IsRequired,
        IsFinal = step.IsFinal,
        AppliesToHukouTransfer = step.AppliesToHukouTransfer,
        AppliesToDormitory = step.AppliesToDormitory,
        RemarkRequiredOnFail = step.RemarkRequiredOnFail,
        Place = step.Place,
        Hours = step.Hours,
        Contact = step.Contact,
        Guide = step.Guide,
        DueAt = step.DueAt is { } dueAt ? time.ToLocal(dueAt) : null,
        PrerequisiteIds = [.. step.PrerequisiteIds],
    };

    public StepFacts ToFacts(LocalTime time) => new()
    {
        Code = Code,
        Name = Name,
        UnitId = UnitId ?? 0,
        Mode = Mode,
        IsRequired = IsRequired,
        IsFinal = IsFinal,
        AppliesToHukouTransfer = AppliesToHukouTransfer,
        AppliesToDormitory = AppliesToDormitory,
        RemarkRequiredOnFail = RemarkRequiredOnFail,
        Place = Place?.Trim() ?? "",
        Hours = Hours?.Trim() ?? "",
        Contact = Contact?.Trim() ?? "",
        Guide = Guide?.Trim() ?? "",
        DueAt = DueAt is { } dueAt ? time.ToUtc(dueAt) : null,
        PrerequisiteIds = PrerequisiteIds,
    };

    public IEnumerable<(string Label, string Text)> Texts(IUnitTree tree, IReadOnlyList<Step> steps) =>
    [
        ("编号", Code.Trim()),
        ("环节名称", Name.Trim()),
        ("离校点", tree.Find(UnitId ?? 0)?.Name ?? ""),
        ("办理方式", ConfigurationWords.Of(Mode)),
        ("必办", IsRequired ? "是" : "否"),
        ("末环节", IsFinal ? "是" : "否"),
        ("适用", Applicability.Words(ToFactsOfCondition())),
        ("不通过须填原因", RemarkRequiredOnFail ? "是" : "否"),
        ("前置环节", IsFinal ? "" : string.Join("、", steps.Where(step => PrerequisiteIds.Contains(step.Id)).Select(step => step.Name))),
        ("办理地点", Place?.Trim() ?? ""),
        ("办理时间", Hours?.Trim() ?? ""),
        ("联系电话", Contact?.Trim() ?? ""),
        ("办理说明", Guide?.Trim() ?? ""),
        ("截止时间", $"{DueAt:yyyy-MM-dd HH:mm}"),
    ];

    private StepFacts ToFactsOfCondition() => new() { AppliesToHukouTransfer = AppliesToHukouTransfer, AppliesToDormitory = AppliesToDormitory };
}
