using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Certificates;
using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Students;

/// <summary>One student: facts, every step, history, certificates; 撤销 for those who may.</summary>
[RequirePermission(Permissions.Query)]
public sealed class DetailsModel(
    SchemeQueries schemes,
    StudentDetailsQueries details,
    StudentCertificateQueries certificates,
    QueryReachQueries reaches,
    OverallStateQueries states,
    OperatorStepQueries operatorSteps,
    RevocationCommands revocations,
    OverrideCommands overrides,
    ISecretText secrets,
    IUnitContext context,
    IUnitTree tree) : PageModel
{
    private HashSet<long> _revocable = [];
    private bool _mayOverride;

    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [FromForm(Name = "stepId")]
    public long StepId { get; set; }

    [FromForm(Name = "version")]
    public int Version { get; set; }

    [FromForm(Name = "reason")]
    public string? Reason { get; set; }

    public StudentDetails Student { get; private set; } = new();

    public OverallState State { get; private set; }

    public IReadOnlyList<StepState> Steps { get; private set; } = [];

    public IReadOnlyList<StepChange> History { get; private set; } = [];

    public IReadOnlyList<Certificate> Certificates { get; private set; } = [];

    /// <summary>Why the last 撤销 or 调整 was refused.</summary>
    public string? Problem { get; private set; }

    public bool MayViewCertificates => context.Has(Permissions.ViewCertificates);

    /// <summary>In full for those who may see it, in part for those who work with it, not at all for leaders (domain §4d).</summary>
    public string IdCard => context.Has(Permissions.ViewIdCard) && Student.Rest.IdCardSecret is { } secret ? secrets.Decrypt(secret)
        : context.Has(Permissions.Export) ? Student.Facts.IdCardMasked
        : "—";

    public bool IsRevocable(StepState step) =>
        step is { Mode: StepMode.Manual, Status: StepStatus.Passed or StepStatus.Failed } && _revocable.Contains(step.StepId) && Student.Facts.Status == RosterStatus.Active;

    public bool IsAdjustable(StepState step) =>
        step is { Mode: StepMode.Manual, Status: StepStatus.Pending or StepStatus.NotRequired }
        && _mayOverride && Student.Facts.Status == RosterStatus.Active && !Certificates.Any(certificate => certificate.IsValid);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken)
    {
        if (await details.FindAsync(Id, cancellationToken) is not { } student
            || !(await reaches.FindAsync(student.Rest.SchemeId, cancellationToken)).Contains(student.Facts.DepartmentId))
        {
            return NotFound();
        }

        if (!await revocations.MayRevokeAsync(student.Rest.SchemeId, StepId, cancellationToken))
            return Forbid();
        try
        {
            await revocations.RevokeAsync(student.Rest.SchemeId, StepId, Id, Version, Reason?.Trim() ?? "", cancellationToken);
        }
        catch (RefusedException refusal)
        {
            Problem = refusal.Message;
            await LoadAsync(cancellationToken);
            return Page();
        }

        TempData["Success"] = $"已撤销 {student.Facts.Name} 的办理结果，该环节回到未办理。";
        return RedirectToPage(new { id = Id });
    }

    public async Task<IActionResult> OnPostOverrideAsync(CancellationToken cancellationToken)
    {
        if (await details.FindAsync(Id, cancellationToken) is not { } student
            || !(await reaches.FindAsync(student.Rest.SchemeId, cancellationToken)).Contains(student.Facts.DepartmentId))
        {
            return NotFound();
        }

        if (!overrides.MayOverride(student.Facts.DepartmentId))
            return Forbid();
        try
        {
            var status = await overrides.OverrideAsync(student.Rest.SchemeId, StepId, Id, Version, Reason?.Trim() ?? "", cancellationToken);
            TempData["Success"] = $"{student.Facts.Name} 的这个环节已调整为{Words.Of(status)}。";
            return RedirectToPage(new { id = Id });
        }
        catch (RefusedException refusal)
        {
            Problem = refusal.Message;
            await LoadAsync(cancellationToken);
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await details.FindAsync(Id, cancellationToken) is not { } student)
            return false;
        Student = student;
        var (schemeId, departmentId) = (student.Rest.SchemeId, student.Facts.DepartmentId);
        if (!(await reaches.FindAsync(schemeId, cancellationToken)).Contains(departmentId))
            return false;
        Steps = await details.ListStepsAsync(schemeId, Id, cancellationToken);
        History = await details.ListHistoryAsync(Id, cancellationToken);
        Certificates = await certificates.ListAsync(Id, cancellationToken);
        State = (await states.FindAsync([Id], cancellationToken)).GetValueOrDefault(Id);
        _mayOverride = overrides.MayOverride(departmentId) && await schemes.FindAsync(schemeId, cancellationToken) is { } scheme && OverrideCommands.IsChangeable(scheme.Status);
        _revocable = context.Has(Permissions.RevokeAny) && tree.IsWithin(departmentId, context.UnitId)
            ? [.. Steps.Select(step => step.StepId)]
            : [.. (await operatorSteps.ListAsync(schemeId, cancellationToken)).Where(step => step.RevokeReach.Contains(departmentId)).Select(step => step.Id)];
        return true;
    }
}
