using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Certificates;

/// <summary>证书发放 record; the delegate's identity number is masked already.</summary>
public sealed record Certificate
{
    public long Id { get; init; }

    public CertificateKind Kind { get; init; }

    public string SerialNo { get; init; } = "";

    public DateOnly IssuedOn { get; init; }

    public string IssuedByName { get; init; } = "";

    public DateTime IssuedAt { get; init; }

    public Receiver Receiver { get; init; }

    public string DelegateName { get; init; } = "";

    public string DelegateIdMasked { get; init; } = "";

    public string DelegatePhone { get; init; } = "";

    public string Note { get; init; } = "";

    public DateTime? VoidedAt { get; init; }

    public string VoidedByName { get; init; } = "";

    public string VoidReason { get; init; } = "";

    public int Version { get; init; }

    public bool IsValid => VoidedAt is null;

    /// <summary>本人, or 代领 with the delegate's name.</summary>
    public string ReceiverText => Receiver == Receiver.Delegate ? $"代领：{DelegateName}" : Receiver.Word();
}
