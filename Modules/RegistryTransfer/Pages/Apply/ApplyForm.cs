using System.ComponentModel.DataAnnotations;
using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Pages.Apply;

/// <summary>What the registrar fills in about one student.</summary>
internal sealed record ApplyForm
{
    [Required(ErrorMessage = "请选择转入年级")]
    public string? InGrade { get; init; }

    [StringLength(ApplicationForm.MaxClass, ErrorMessage = "班级最多20个字")]
    public string? InClass { get; init; }

    [Required(ErrorMessage = "请选择转学理由")]
    public TransferReason? Reason { get; init; }

    public string? ReasonText { get; init; }

    // Browsers send a line break as two characters.
    private string Typed => (ReasonText ?? "").ReplaceLineEndings("\n").Trim();

    internal static ApplyForm Of(StartedApplication application) => new()
    {
        InGrade = application.InGrade,
        InClass = application.InClass,
        Reason = application.ReasonCode,
        ReasonText = application.Reason,
    };

    /// <summary>What data annotations do not say, by input.</summary>
    public IEnumerable<(string Field, string Text)> Faults(ApplicationKind kind)
    {
        if (Reason is { } reason && !kind.Reasons().Contains(reason))
            yield return (nameof(Reason), "请在列出的转学理由里选择");
        if (Typed.Length is < ApplicationForm.MinReason or > ApplicationForm.MaxReason)
            yield return (nameof(ReasonText), $"请用{ApplicationForm.MinReason}至{ApplicationForm.MaxReason}个字写明具体情况，现在{Typed.Length}个字");
    }

    internal ApplicationForm ToForm() => new()
    {
        InGrade = InGrade!,
        InClass = InClass?.Trim() ?? "",
        Reason = Reason!.Value,
        ReasonText = Typed,
    };

    public IEnumerable<(string Label, string Text)> Texts() =>
    [
        ("转入年级", Grade.Find(InGrade)?.Label ?? ""),
        ("班级", InClass?.Trim() ?? ""),
        ("转学理由", Reason is { } reason ? Words.Of(reason) : ""),
        ("具体情况", Typed),
    ];
}
