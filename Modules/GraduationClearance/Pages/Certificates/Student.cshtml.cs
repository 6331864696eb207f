using Portal.GraduationClearance.Certificates;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Certificates;

/// <summary>One student at the certificate desk: the gate, what he holds, 发放 and 作废.</summary>
[RequirePermission(Permissions.ViewCertificates)]
public sealed class StudentModel(
    CertificateStudentQueries students,
    StudentCertificateQueries certificates,
    IssueCommands issuing,
    VoidCommands voiding,
    IUnitContext context,
    LocalTime time) : PageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public IssueForm Form { get; set; } = new();

    [FromForm(Name = "certificateId")]
    public long CertificateId { get; set; }

    [FromForm(Name = "version")]
    public int Version { get; set; }

    [FromForm(Name = "reason")]
    public string? Reason { get; set; }

    public CertificateStudent Student { get; private set; } = new();

    public IReadOnlyList<Certificate> Certificates { get; private set; } = [];

    public IReadOnlyList<OpenStep> OpenSteps { get; private set; } = [];

    public bool MayVoid => context.Has(Permissions.VoidCertificates) && Takes;

    public bool MayIssue => context.Has(Permissions.IssueCertificates) && Takes && OpenSteps.Count == 0 && Offers.Count > 0;

    /// <summary>Kinds that fit the student and that he does not hold.</summary>
    public IReadOnlyList<CertificateKind> Offers =>
        [.. Enum.GetValues<CertificateKind>().Where(kind => IssueRules.Fits(kind, Student.LeaveType) && !Certificates.Any(held => held.IsValid && held.Kind == kind))];

    private bool Takes => Student is { Status: RosterStatus.Active, SchemeStatus: SchemeStatus.Open };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form = new() { IssuedOn = time.Today };
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostIssueAsync(CancellationToken cancellationToken)
    {
        if (!context.Has(Permissions.IssueCertificates))
            return Forbid();
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Form.Unticked is { } unticked)
            ModelState.AddModelError($"serial-{unticked}", $"填了{unticked.Word()}编号但没有勾选；要发放请勾选，否则请删去编号");
        if (!ModelState.IsValid)
            return Page();
        try
        {
            var handedOut = await issuing.IssueAsync(Student, Form.ToRequest(Id, time.Today), cancellationToken);
            TempData["Success"] = $"已向 {Student.Name}（{Student.StudentNo}）发放：{handedOut}。";
            return RedirectToPage("/Certificates/Index");
        }
        catch (RefusedException refusal)
        {
            return await RefuseAsync(refusal, cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostVoidAsync(CancellationToken cancellationToken)
    {
        if (!context.Has(Permissions.VoidCertificates))
            return Forbid();
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        ModelState.Clear();
        try
        {
            var what = await voiding.VoidAsync(Student, CertificateId, Version, Reason?.Trim() ?? "", cancellationToken);
            TempData["Success"] = $"已作废 {Student.Name}（{Student.StudentNo}）的发放记录：{what}。";
            return RedirectToPage(new { id = Id });
        }
        catch (RefusedException refusal)
        {
            return await RefuseAsync(refusal, cancellationToken);
        }
    }

    private async Task<IActionResult> RefuseAsync(RefusedException refusal, CancellationToken cancellationToken)
    {
        ModelState.AddModelError(refusal.Field, refusal.Message);
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await students.FindAsync(Id, cancellationToken) is not { } student)
            return false;
        Student = student;
        Certificates = await certificates.ListAsync(Id, cancellationToken);
        OpenSteps = await students.ListOpenStepsAsync(student, cancellationToken);
        return true;
    }
}
