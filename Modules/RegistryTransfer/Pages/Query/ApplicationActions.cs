using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>What the current post may do with an application now; the commands ask again.</summary>
internal sealed record ApplicationActions
{
    public bool MayReview { get; init; }

    public bool MayResume { get; init; }

    public bool MayRevoke { get; init; }

    public bool MayEdit { get; init; }

    public bool MayCopy { get; init; }

    public bool MayRetryArchive { get; init; }

    public bool MayUrge { get; init; }

    public bool MayReassign { get; init; }

    public static ApplicationActions Of(ApplicationDetails application, IUnitContext context)
    {
        var isInSchool = context.UnitId == application.InSchoolId;
        var mayApply = isInSchool && context.Has(Permissions.Apply);
        return new()
        {
            MayReview = IsTurn(application, context),
            MayResume = isInSchool && application.Status == ApplicationStatus.OutCheckFailed && (mayApply || context.Has(Permissions.Revoke)),
            MayRevoke = isInSchool && application.IsUnderReview && context.Has(Permissions.Revoke),
            MayEdit = mayApply && application.Status == ApplicationStatus.PendingInSchool && application.StartedBy == context.Person?.Id,
            MayCopy = mayApply && application.HasFailed,
            MayRetryArchive = application.Status == ApplicationStatus.ArchiveFailed && context.Has(Permissions.RetryArchive),
            MayUrge = application.ReviewState == ReviewState.Active && application.WaitingUnitId != context.UnitId && context.Has(Permissions.Supervise),
            MayReassign = application.ReviewState == ReviewState.Active && context.Has(Permissions.ConfigureProvince),
        };
    }

    /// <summary>Exactly the unit whose turn it is, with the step's permission.</summary>
    public static bool IsTurn(ApplicationDetails application, IUnitContext context) =>
        application.ReviewState == ReviewState.Active && application.WaitingUnitId == context.UnitId && context.Has(application.WaitingPermission);
}
