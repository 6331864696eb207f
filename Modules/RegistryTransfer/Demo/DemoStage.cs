using System.Text;
using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Archives;
using Portal.RegistryTransfer.Numbers;
using Portal.RegistryTransfer.Reviewing;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Demo;

/// <summary>The acts. Saving does not ask the guards: the demo is whole on a day outside the business windows too.</summary>
internal sealed class DemoStage(
    ApplicationCommands applications, GuardService guards, IReviews engine, ReviewCommands reviews, ArchiveCommands archives, IAttachmentUploads uploads, IWriteTransactions transactions)
{
    private static readonly byte[] _page = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        + "4 0 obj<</Length 39>>stream\nBT /F1 24 Tf 60 760 Td (Sample) Tj ET\n  \nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public async Task<Review> StartAsync(DemoCase demo, long schoolId, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream(_page);
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
