using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Notices;

namespace Portal.RegistryTransfer.Archives;

/// <summary>One archive move: the old enrolment ends, the new one begins, the sender keeps the package, the student's lock goes.</summary>
internal sealed class ArchiveMove(IAuditLog audit, INotices notices, LocalTime time, TimeProvider clock)
{
    /// <summary>New enrolment, three notices and the audit row.</summary>
    public const int Ids = 5;

    public async Task RunAsync(WriteTransaction transaction, ArchiveClaim claim)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await FinishAsync(transaction, claim, now);
        var application = await transaction.FirstOrDefaultAsync<ArchivedApplication>($"{ArchivedApplication.Sql} where id = @ApplicationId", claim)
            ?? throw new RefusedException("没有找到这笔业务。");
        var hash = await ArchivePackage.KeepAsync(transaction, application, now);
        await transaction.ExecuteAsync("update registrytransfer_archive_transfer set package_hash = @hash where application_id = @Id", new { hash, application.Id });
        if (application.Kind == ApplicationKind.Transfer)
            await CloseAsync(transaction, application);
        await OpenAsync(transaction, application, await RolledYearAsync(transaction, application));
        var found = await transaction.ExecuteAsync(
            """
            update registrytransfer_application
            set status = @Completed, open_student_id = null, finished_at = @now, step_label = @label, waiting_unit_id = null, waiting_unit_name = '', due_at = null
            where id = @Id
              and status = @Archiving
            """,
            new { application.Id, ApplicationStatus.Completed, ApplicationStatus.Archiving, now, label = "调档完毕" });
        if (found == 0)
            throw new ArchiveTakenException();
        await transaction.ExecuteAsync("update registrytransfer_application_unit set is_open = 0 where application_id = @Id", application);
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "RegistryTransfer",
            Action = "调档完毕",
            Subject = $"application:{application.Id}",
            Before = new { Status = nameof(ApplicationStatus.Archiving) },
            After = new { Status = nameof(ApplicationStatus.Completed), application.InSchoolId, application.InGrade, claim.Attempts, PackageHash = hash },
        });
        await NotifyAsync(transaction, application);
    }

    // Takes the row's lock first, so that a second worker waits here and then finds the row done.
    private static async Task FinishAsync(WriteTransaction transaction, ArchiveClaim claim, DateTime now)
    {
        var found = await transaction.ExecuteAsync(
            """
            update registrytransfer_archive_transfer
            set state = @Done, done_at = @now, worker_until = null, error = ''
            where application_id = @ApplicationId
              and state = @Running
              and worker = @Worker
            """,
            new { claim.ApplicationId, claim.Worker, ArchiveState.Running, ArchiveState.Done, now });
        if (found == 0)
            throw new ArchiveTakenException();
    }

    private async Task CloseAsync(WriteTransaction transaction, ArchivedApplication application)
    {
        var found = await transaction.ExecuteAsync(
            """
            update registrytransfer_enrolment
            set status = @TransferredOut, end_on = @today, exit_reason = @reason, active_student_id = null, version = version + 1
            where id = @EnrolmentId
              and active_student_id = @StudentId
              and school_id = @OutSchoolId
            """,
            new { application.EnrolmentId, application.StudentId, application.OutSchoolId, EnrolmentStatus.TransferredOut, today = time.Today, reason = "跨省转学转出" });
        if (found == 0)
            throw new RefusedException($"学生在{application.OutSchoolName}的学籍已经变动，无法调档。请转出学校核对该生学籍后重试。");
    }

    // Read behind the lock of the old enrolment: the national roll-up gives student and application the next grade together.
    private static Task<int> RolledYearAsync(WriteTransaction transaction, ArchivedApplication application) =>
        transaction.ScalarAsync<int>("select rolled_year from registrytransfer_enrolment where id = @EnrolmentId", application);

    private async Task OpenAsync(WriteTransaction transaction, ArchivedApplication application, int rolledYear)
    {
        var grade = await transaction.ScalarAsync<string>("select in_grade from registrytransfer_application where id = @Id", application);
        var active = await transaction.ScalarAsync<long>(
            "select count(*) from registrytransfer_enrolment where active_student_id = @StudentId", application);
        if (active > 0)
            throw new RefusedException("学生已在其他学校建立学籍，无法调档。请核对该生学籍后重试。");
        await transaction.InsertAsync(
            "registrytransfer_enrolment",
            ["id", "student_id", "school_id", "grade", "class_no", "status", "boarding", "start_on", "entry_reason", "exit_reason", "active_student_id", "rolled_year", "version"],
            [
                [
                    transaction.NextId(), application.StudentId, application.InSchoolId, grade, application.InClass, (int)EnrolmentStatus.Regular, 1,
                    time.Today, application.Kind == ApplicationKind.Transfer ? "转入" : "招生入学", "", application.StudentId, rolledYear, 1,
                ],
            ]);
    }

    private async Task NotifyAsync(WriteTransaction transaction, ArchivedApplication application)
    {
        var notice = new Notice
        {
            ModuleId = "RegistryTransfer",
            Title = $"{Words.Of(application.Kind)} {application.Number} 调档完毕",
            Text = $"{application.StudentName}的学籍已从{application.OutSchoolName}转到{application.InSchoolName}。",
            Link = $"/registrytransfer/query/{(application.Kind == ApplicationKind.Transfer ? "transfer" : "post-graduation")}/{application.Id}",
        };
        await notices.SendAsync(transaction, notice with { UnitId = application.InSchoolId, Permission = Permissions.Query });
        await notices.SendAsync(transaction, notice with { UnitId = application.OutSchoolId, Permission = Permissions.Query });
        await notices.SendAsync(transaction, notice with { PersonId = application.StartedBy });
    }
}
