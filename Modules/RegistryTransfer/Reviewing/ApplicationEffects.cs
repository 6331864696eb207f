using Portal.Jobs;
using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Archives;
using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Reviewing;

/// <summary>What a change of the review does to the application: status, lock, list rows, 调档, notices.</summary>
internal sealed class ApplicationEffects(IJobQueue jobs, INotices notices, IUnitTree tree, IUnitContext context, TimeProvider clock)
{
    /// <summary>Two notices and the job.</summary>
    public const int Ids = 3;

    public async Task ApplyAsync(WriteTransaction transaction, ReviewRoute route, StartedApplication application, ReviewChange change)
    {
        await WriteStateAsync(transaction, route, application, change.After);
        if (change.Kind == ReviewChangeKind.Finished)
            await QueueArchiveAsync(transaction, application);
        else if (change.Kind == ReviewChangeKind.Withdrawn)
            await WriteRevocationAsync(transaction, application, change.Text);
        if (change.Kind == ReviewChangeKind.Started && application.Kind == ApplicationKind.PostGraduation)
            await TellAsync(transaction, application, $"{application.StudentName}申请毕业后到{application.InSchoolName}就读", "本校是毕业学校，不需要核办；可随时查看办理状态。");
        if (change.After.State == ReviewState.Held && change.Kind == ReviewChangeKind.StepPassed)
            await TellAsync(transaction, application, $"{application.StudentName}的{Words.Of(application.Kind)}转出校验未通过", change.After.HoldText);
    }

    private async Task WriteStateAsync(WriteTransaction transaction, ReviewRoute route, StartedApplication application, Review review)
    {
        var hasEnded = review.State.IsFinal() && review.State != ReviewState.Passed;
        var hasReachedOut = review.State == ReviewState.Active && route.Find(review.StepKey)?.Tag == ApplicationRoutes.Out;
        await transaction.ExecuteAsync(
            $"""
            update registrytransfer_application
            set review_id = @reviewId, status = @status, step_label = @label, waiting_unit_id = @WaitingUnitId, waiting_unit_name = @unitName, due_at = @DueAt,
                check_code = @code, check_text = @HoldText, finished_at = @finishedAt{(hasEnded ? ", open_student_id = null" : "")}{(hasReachedOut ? ", reached_out = 1" : "")}
            where id = @Id
            """,
            new
            {
                application.Id,
                reviewId = review.Id,
                status = StatusOf(review),
                label = LabelOf(route, application, review),
                review.WaitingUnitId,
                unitName = review.WaitingUnitId is { } unitId ? tree.Find(unitId)?.Name ?? "" : "",
                review.DueAt,
                code = review.State == ReviewState.Held ? review.HoldCode : null,
                review.HoldText,
                finishedAt = hasEnded ? review.FinishedAt : null,
            });
        if (hasEnded)
            await transaction.ExecuteAsync("update registrytransfer_application_unit set is_open = 0 where application_id = @Id", application);
        else if (review.WaitingUnitId is { } waiting)
            await AddUnitAsync(transaction, application, waiting);
    }

    // A bureau by appointment or after a reassignment need not lie above the school.
    private static async Task AddUnitAsync(WriteTransaction transaction, StartedApplication application, long unitId)
    {
        if (await transaction.ScalarAsync<long>(
            "select count(*) from registrytransfer_application_unit where application_id = @Id and unit_id = @unitId", new { application.Id, unitId }) == 0)
        {
            await transaction.InsertAsync("registrytransfer_application_unit", ["unit_id", "application_id", "kind", "is_open"], [[unitId, application.Id, application.Kind, true]]);
        }
    }

    private async Task QueueArchiveAsync(WriteTransaction transaction, StartedApplication application)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await transaction.ExecuteAsync(
            """
            insert into registrytransfer_archive_transfer (application_id, state, attempts, next_attempt_at, worker, error, package_hash, queued_at)
            values (@Id, @Queued, 0, @now, '', '', '', @now)
            """,
            new { application.Id, ArchiveState.Queued, now });
        await jobs.EnqueueAsync<ArchiveJob, ArchiveArgs>(transaction, $"调档 {application.Number}", new(application.Id), Permissions.ReviewForBureau);
    }

    private Task<int> WriteRevocationAsync(WriteTransaction transaction, StartedApplication application, string reason) => transaction.ExecuteAsync(
        """
        insert into registrytransfer_revocation (application_id, reason, person_id, person_name, revoked_at)
        values (@Id, @reason, @personId, @personName, @now)
        """,
        new { application.Id, reason, personId = context.Person!.Id, personName = context.Person.Name, now = clock.GetUtcNow().UtcDateTime });

    private Task TellAsync(WriteTransaction transaction, StartedApplication application, string title, string text) => notices.SendAsync(transaction, new()
    {
        UnitId = application.OutSchoolId,
        Permission = Permissions.Query,
        Title = title,
        Text = text,
        Link = ApplicationRoutes.Link(application.Kind, application.Id),
        ModuleId = "RegistryTransfer",
    });

    private static ApplicationStatus StatusOf(Review review) => review.State switch
    {
        ReviewState.Held => ApplicationStatus.OutCheckFailed,
        ReviewState.Passed => ApplicationStatus.Archiving,
        ReviewState.Rejected => ApplicationStatus.Rejected,
        ReviewState.Withdrawn => ApplicationStatus.Revoked,
        ReviewState.Expired => ApplicationStatus.Expired,
        _ => ApplicationRoutes.StatusAt(review.StepKey),
    };

    private static string LabelOf(ReviewRoute route, StartedApplication application, Review review) => review.State switch
    {
        ReviewState.Active => route.Find(review.StepKey)?.Label ?? "",
        ReviewState.Passed => "系统自动调档",
        _ => Words.Of(StatusOf(review), application.Kind),
    };
}
