using Microsoft.AspNetCore.Http;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;
using Portal.RegistryTransfer.Reviewing;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Components;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Applications;

/// <summary>保存 starts an application; until the first review its maker may still edit it.</summary>
internal sealed class ApplicationCommands(
    DbDataSource source, IWriteTransactions transactions, IReviews reviews, IAttachments attachments, IAuditLog audit, GuardService guards, LookUpCommands lookUps, ApplicationWriter writer, IUnitContext context)
{
    /// <summary>One transaction: lock of the student, row, attachments, review. The same key saves once, whoever comes first.</summary>
    /// <returns>Id of the application.</returns>
    /// <exception cref="GuardException">A guard refused.</exception>
    /// <exception cref="RefusedException">A field is wrong.</exception>
    public async Task<long> SaveAsync(SchoolFacts school, NewApplication application, CancellationToken cancellationToken)
    {
        if (await FindSavedAsync(application.RequestKey, cancellationToken) is { } saved)
            return saved;
        try
        {
            var id = await transactions.RunAsync(1 + reviews.IdsFor(ApplicationRoutes.KeyOf(application.Kind)), transaction => SaveAsync(transaction, school, application), cancellationToken);
            return id ?? throw await MissAsync(school, application, cancellationToken);
        }
        catch (Exception exception) when (exception is GuardException or RefusedException || DatabaseErrors.IsUniqueViolation(exception))
        {
            // A parallel save with the same key holds the lock and the files: it is this save.
            if (await FindSavedAsync(application.RequestKey, cancellationToken) is { } other)
                return other;
            if (exception is GuardException or RefusedException)
                throw;
            throw new GuardException([new() { Code = "CHECK_2002", Text = CheckCodes.OpenBusinessText, Status = StatusCodes.Status409Conflict }]);
        }
    }

    /// <exception cref="GuardException">The grade does not do.</exception>
    /// <exception cref="RefusedException">It is not the maker, or a review was given.</exception>
    /// <exception cref="ReviewException">Somebody was faster.</exception>
    public Task EditAsync(SchoolFacts school, long id, long version, ApplicationForm form, CancellationToken cancellationToken) => transactions.RunAsync(4, async transaction =>
    {
        var data = ReadSession.Of(transaction);
        var found = await StartedApplication.FindAsync(data, id);
        if (found?.ReviewId is not { } reviewId || found.InSchoolId != school.UnitId || found.StartedBy != context.Person?.Id)
            throw new RefusedException("只有经办人可以修改本校发起的申请。");
        var review = await reviews.TouchAsync(transaction, reviewId, version, "修改申请内容");
        if (!review.IsUntouched)
            throw new RefusedException("本校已经核办，不能再修改。有错误的，请撤销后用“复制新建”重新发起。");
        var student = await StudentData.FindAsync(data, found.StudentId) ?? throw new RefusedException("该生学籍已不存在，请撤销申请。");
        var read = await guards.ReadAsync(transaction, found.Kind, student, school);
        if (read.Check(form.InGrade, form.Reason).Where(finding => finding is { IsWarning: false, Field.Length: > 0 }).ToArray() is { Length: > 0 } refusals)
            throw new GuardException(refusals);
        await transaction.ExecuteAsync(
            """
            update registrytransfer_application
            set in_grade = @InGrade, in_class = @InClass, reason_code = @Reason, reason = @ReasonText
            where id = @id
            """,
            new { id, form.InGrade, form.InClass, form.Reason, form.ReasonText });
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "RegistryTransfer",
            Action = "修改申请",
            Subject = $"application:{id}",
            Before = new { found.InGrade, found.InClass, Reason = found.ReasonCode, ReasonText = found.Reason },
            After = form,
        });
    }, cancellationToken);

    /// <summary>What the current person saved with this key before.</summary>
    public async Task<long?> FindSavedAsync(string requestKey, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<long?>(new CommandDefinition(
            "select id from registrytransfer_application where started_by = @personId and idempotency_key = @requestKey",
            new { personId = context.Person!.Id, requestKey },
            cancellationToken: cancellationToken));
    }

    /// <summary>Writes the application and enters its first step; what the guards found is the caller's to judge.</summary>
    public async Task<Review> StartAsync(WriteTransaction transaction, long id, NewApplication application, Guards read)
    {
        await writer.InsertAsync(transaction, id, application, read);
        await writer.InsertUnitsAsync(transaction, id, application.Kind, read.School.UnitId, read.Student.SchoolId);
        var files = await attachments.BindAsync(transaction, ApplicationFiles.Policy, application.Upload, id);
        return await reviews.StartAsync(transaction, new ReviewStart
        {
            RouteKey = ApplicationRoutes.KeyOf(application.Kind),
            SubjectId = id,
            Title = $"{read.Student.Name} → {read.School.Name}，{Grade.Find(application.Form.InGrade)!.Label}",
            Detail = new
            {
                申请编号 = writer.NumberOf(application.Kind, id),
                student = read.Student.StudentId,
                转入 = read.School.UnitId,
                转出 = read.Student.SchoolId,
                年级 = application.Form.InGrade,
                理由 = Words.Of(application.Form.Reason),
                材料 = files.Select(file => file.Sha256),
            },
        });
    }

    private async Task<long?> SaveAsync(WriteTransaction transaction, SchoolFacts school, NewApplication application)
    {
        var id = transaction.NextId();
        if (await StudentData.FindAsync(ReadSession.Of(transaction), application.Number, StudentName.Key(application.Name)) is not { } student)
        {
            transaction.WithoutAudit("The miss is counted and audited by a transaction of its own.");
            return null;
        }

        var read = await guards.ReadAsync(transaction, application.Kind, student, school);
        if (read.Check(application.Form.InGrade, application.Form.Reason).Where(finding => !finding.IsWarning).ToArray() is { Length: > 0 } refusals)
            throw new GuardException(refusals);
        if (application.Upload.Drafts.Count == 0)
            throw new RefusedException("请上传至少一份说明材料。", AttachmentField.FileName);
        await StartAsync(transaction, id, application, read);
        return id;
    }

    // A name or number changed in a form that was shown before is a query like any other.
    private async Task<Exception> MissAsync(SchoolFacts school, NewApplication application, CancellationToken cancellationToken)
    {
        var result = await lookUps.FindAsync(application.Kind, school, application.Name, application.Number, cancellationToken);
        return new GuardException([result.IsBlocked ? LookUpResult.Blocked : LookUpResult.Miss]);
    }
}
