using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Desk;

/// <summary>One of the operator's steps for the student on screen.</summary>
public sealed record DecisionCard(IndexModel Page, OperatorStep Step, StepRecord Record)
{
    /// <summary>What was refused at this step a moment ago.</summary>
    public DecisionInput? Refused => Page.Refused?.StepId == Step.Id ? Page.Refused : null;

    public bool CanDecide => IsChangeable && Record.Status is (StepStatus.Pending or StepStatus.Failed);

    public bool CanRevoke => IsChangeable && Step.RevokeReach.Contains(Page.Student!.DepartmentId) && Record.Status is (StepStatus.Passed or StepStatus.Failed);

    private bool IsChangeable => Page.IsOpen && Page.Student!.Status == RosterStatus.Active;

    /// <summary>The first step that can be decided gets the focus.</summary>
    public bool HasFocus => Page.Steps
        .FirstOrDefault(step => Page.Records.Any(record => record.StepId == step.Id && record.Status is (StepStatus.Pending or StepStatus.Failed))) == Step;
}
