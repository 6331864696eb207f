using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Demo;

/// <summary>One application of the demo and what was done with it; days are working days before today.</summary>
/// <param name="Student">He has no other part in the fixture.</param>
/// <param name="School">Account of the school that applies.</param>
/// <param name="StartedBefore">When.</param>
/// <param name="Reason">In words.</param>
/// <param name="Acts">In order.</param>
internal sealed record DemoCase(DemoStudent Student, string School, int StartedBefore, string Reason, params DemoAct[] Acts)
{
    public ApplicationKind Kind => Student.Status == EnrolmentStatus.Graduated ? ApplicationKind.PostGraduation : ApplicationKind.Transfer;

    public string InGrade => Kind == ApplicationKind.Transfer ? Student.Grade : "S1";

    public TransferReason ReasonCode { get; init; } = TransferReason.ParentsRelocated;
}

/// <summary>What somebody did with it.</summary>
internal sealed record DemoAct(string Account, int Before, DemoDeed Deed = DemoDeed.Pass, string Text = "材料齐全，同意。");

internal enum DemoDeed
{
    Pass,
    Reject,
    Urge,
    Revoke,
}
