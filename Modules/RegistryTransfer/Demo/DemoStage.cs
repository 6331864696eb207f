using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Archives;
using Portal.RegistryTransfer.Numbers;
using Portal.RegistryTransfer.Reviewing;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Demo;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Demo;

/// <summary>The acts. Saving does not ask the guards: the demo is whole on a day outside the business windows too.</summary>
internal sealed class DemoStage(
    ApplicationCommands applications, GuardService guards, IReviews engine, ReviewCommands reviews, ArchiveCommands archives, IAttachmentUploads uploads, IWriteTransactions transactions)
{
    public async Task<Review> StartAsync(DemoCase demo, long schoolId, CancellationToken cancellationToken)
    {
        await using var file = DemoFile.Pdf();
        var upload = await uploads.AddAsync(await uploads.StartAsync(ApplicationFiles.Policy, null, cancellationToken), "说明材料.pdf", file, cancellationToken);
        var application = new NewApplication
        {
            Kind = demo.Kind,
            Name = demo.Student.Name,
            Number = demo.Student.Number,
            Form = new() { InGrade = demo.InGrade, InClass = "", Reason = demo.ReasonCode, ReasonText = demo.Reason },
            Upload = upload,
            RequestKey = $"demo:{demo.Student.Number}",
        };
        return await transactions.RunAsync(1 + engine.IdsFor(ApplicationRoutes.KeyOf(demo.Kind)), async transaction =>
        {
            var data = ReadSession.Of(transaction);
            var student = await StudentData.FindAsync(data, application.Number, StudentName.Key(application.Name));
            var school = await SchoolFacts.FindAsync(data, schoolId);
            return await applications.StartAsync(transaction, transaction.NextId(), application, await guards.ReadAsync(transaction, demo.Kind, student!, school!));
        }, cancellationToken);
    }

    public async Task<Review> ActAsync(Review review, DemoAct act, CancellationToken cancellationToken)
    {
        if (act.Deed == DemoDeed.Urge)
        {
            await reviews.UrgeAsync(review.Id, act.Text, cancellationToken);
            return review;
        }

        var change = act.Deed == DemoDeed.Revoke
            ? await reviews.WithdrawAsync(review.Id, review.Version, act.Text, cancellationToken)
            : await reviews.DecideAsync(review.Id, review.Version, act.Deed == DemoDeed.Pass ? ReviewDecision.Pass : ReviewDecision.Reject, act.Text, null, cancellationToken);
        if (change.After.State == ReviewState.Passed)
            await archives.MoveAsync(review.SubjectId, cancellationToken);
        return change.After;
    }
}
