using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Reviewing;

/// <summary>The module's side of both routes.</summary>
internal abstract class ApplicationReviewHandler(ApplicationKind kind, StepUnits units, ApplicationEffects effects, IRolePermissions roles) : ReviewHandler
{
    public override int IdsPerChange => ApplicationEffects.Ids;

    public override string FinishedText => "已核办完毕，无法撤销或再次核办。";

    public override string Subject(Review review) => $"application:{review.SubjectId}";

    public override string ActionText(ReviewChange change) => change.Kind == ReviewChangeKind.Started ? $"发起{Words.Of(kind)}申请" : base.ActionText(change);

    public override async Task<IReadOnlyList<string>> OrderAsync(WriteTransaction transaction, ReviewStart start)
    {
        var application = await ReadAsync(transaction, start.SubjectId);
        var hasIn = await units.HasProvinceStepAsync(transaction, application, isIn: true);
        var hasOut = await units.HasProvinceStepAsync(transaction, application, isIn: false);
        return [.. Route.Steps.Select(step => step.Key).Where(key => (hasIn || key != ApplicationRoutes.InProvince) && (hasOut || key != ApplicationRoutes.OutProvince))];
    }

    public override async Task<ReviewHold?> HoldAsync(WriteTransaction transaction, Review review, ReviewStep step) =>
        step.Key == ApplicationRoutes.FirstOutStep(kind) ? await OutCheck.FindAsync(transaction, await ReadAsync(transaction, review.SubjectId)) : null;

    public override async Task<long?> ResolveUnitAsync(WriteTransaction transaction, Review review, ReviewStep step)
    {
        var unitId = await units.FindAsync(transaction, await ReadAsync(transaction, review.SubjectId), step.Key);
        return unitId ?? throw new ReviewRefusedException($"学校未配置学籍主管部门，“{step.Label}”没有核办单位。请联系上级教育行政部门配置后再办理。");
    }

    /// <summary>The switch of the receiving school: on, its maker does not review his own application; off, he may and it is marked.</summary>
    public override async Task<bool> FourEyesAsync(ReadSession data, Review review, ReviewStep step) =>
        step.Key != ApplicationRoutes.InSchool
        || await data.FirstOrDefaultAsync<bool?>("select four_eyes from registrytransfer_school where unit_id = @StarterUnitId", review) != false;

    /// <summary>With the school's switch on only 学籍主管领导 review; the registrar's right to apply does not do.</summary>
    public override async Task<string?> FindObstacleAsync(ReadSession data, Review review, ReviewStep step, Post post) =>
        step.Permission != Permissions.ReviewForSchool || roles.IsGranted(post.RoleId, Permissions.ReviewForSchool)
        || await data.FirstOrDefaultAsync<bool?>("select four_eyes from registrytransfer_school where unit_id = @UnitId", new { post.UnitId }) == false
            ? null
            : "本校的申请与核办由不同的人办理：请由学籍主管领导核办。";

    public override async Task ChangedAsync(WriteTransaction transaction, ReviewChange change) =>
        await effects.ApplyAsync(transaction, Route, await ReadAsync(transaction, change.After.SubjectId), change);

    private static async Task<StartedApplication> ReadAsync(WriteTransaction transaction, long id) =>
        await StartedApplication.FindAsync(ReadSession.Of(transaction), id) ?? throw new ReviewNotFoundException();
}

/// <summary>跨省转学: four reviews.</summary>
internal sealed class TransferReviewHandler(StepUnits units, ApplicationEffects effects, IRolePermissions roles) : ApplicationReviewHandler(ApplicationKind.Transfer, units, effects, roles)
{
    public override ReviewRoute Route => ApplicationRoutes.Transfer;
}

/// <summary>毕业后跨省就学: three reviews, the graduating school has no vote.</summary>
internal sealed class PostGraduationReviewHandler(StepUnits units, ApplicationEffects effects, IRolePermissions roles) : ApplicationReviewHandler(ApplicationKind.PostGraduation, units, effects, roles)
{
    public override ReviewRoute Route => ApplicationRoutes.PostGraduation;
}
