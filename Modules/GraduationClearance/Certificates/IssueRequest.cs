using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Certificates;

/// <summary>What is handed out to one student in one go.</summary>
public sealed record IssueRequest
{
    public required long StudentId { get; init; }

    public required IReadOnlyList<IssueItem> Items { get; init; }

    public required Receiver Receiver { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public string DelegateName { get; init; } = "";

    public string DelegatePhone { get; init; } = "";

    public string DelegateIdNo { get; init; } = "";

    public string Note { get; init; } = "";
}

/// <param name="Kind">What.</param>
/// <param name="SerialNo">Its number; may be blank for 毕业材料.</param>
public sealed record IssueItem(CertificateKind Kind, string SerialNo);
