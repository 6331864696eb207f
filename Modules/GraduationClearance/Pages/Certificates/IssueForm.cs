using Portal.GraduationClearance.Certificates;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Certificates;

/// <summary>The inputs of 发放.</summary>
public sealed record IssueForm
{
    [FromForm(Name = "kinds")]
    public CertificateKind[] Kinds { get; init; } = [];

    [FromForm(Name = "serial-Diploma")]
    public string? Diploma { get; init; }

    [FromForm(Name = "serial-Degree")]
    public string? Degree { get; init; }

    [FromForm(Name = "serial-Completion")]
    public string? Completion { get; init; }

    [FromForm(Name = "serial-Materials")]
    public string? Materials { get; init; }

    [FromForm(Name = "receiver")]
    public Receiver Receiver { get; init; } = Receiver.Student;

    [FromForm(Name = "delegateName")]
    public string? DelegateName { get; init; }

    [FromForm(Name = "delegatePhone")]
    public string? DelegatePhone { get; init; }

    [FromForm(Name = "delegateIdNo")]
    public string? DelegateIdNo { get; init; }

    [FromForm(Name = "issuedOn")]
    public DateOnly? IssuedOn { get; init; }

    [FromForm(Name = "note")]
    public string? Note { get; init; }

    public string? SerialOf(CertificateKind kind) => kind switch
    {
        CertificateKind.Diploma => Diploma,
        CertificateKind.Degree => Degree,
        CertificateKind.Completion => Completion,
        _ => Materials,
    };

    /// <summary>A kind whose number was typed and that was not ticked: nobody can tell which of the two was meant.</summary>
    public CertificateKind? Unticked => Enum.GetValues<CertificateKind>()
        .Where(kind => !Kinds.Contains(kind) && !string.IsNullOrWhiteSpace(SerialOf(kind)))
        .Select(kind => (CertificateKind?)kind)
        .FirstOrDefault();

    public IssueRequest ToRequest(long studentId, DateOnly today) => new()
    {
        StudentId = studentId,
        Items = [.. Kinds.Where(Enum.IsDefined).Distinct().Order().Select(kind => new IssueItem(kind, SerialOf(kind)?.Trim() ?? ""))],
        Receiver = Enum.IsDefined(Receiver) ? Receiver : Receiver.Student,
        DelegateName = DelegateName?.Trim() ?? "",
        DelegatePhone = DelegatePhone?.Trim() ?? "",
        DelegateIdNo = DelegateIdNo?.Trim() ?? "",
        IssuedOn = IssuedOn ?? today,
        Note = Note?.Trim() ?? "",
    };
}
