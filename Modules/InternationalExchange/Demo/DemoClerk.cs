using Microsoft.Extensions.Primitives;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Demo;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Files;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Reviews;

namespace Portal.InternationalExchange.Demo;

/// <summary>Fills in forms, submits and decides, as whoever is at work in the play.</summary>
internal sealed class DemoClerk(
    RecordCatalog catalog, RecordInputService inputs, RecordCommands records, RecordFileCommands files, IAttachmentUploads uploads, ReviewCommands reviews, ReviewQueries reviewing)
{
    public async Task<RecordView> SubmitAsync(DemoPaper paper, CancellationToken cancellationToken)
    {
        var type = catalog.Get(paper.Type);
        var form = paper.Fields.Select(field => KeyValuePair.Create(field.Name, new StringValues(field.Value)));
        var input = await inputs.ReadAsync(type, form, field => field.InBody, withCommon: true, cancellationToken);
        var record = (await records.CreateAsync(type.Key, input, cancellationToken)).Record;
        if (paper.File is { } field)
        {
            await using var content = DemoFile.Pdf();
            var policy = RecordFiles.PolicyOf(catalog.BookOf(type));
            var upload = await uploads.AddAsync(await uploads.StartAsync(policy, null, cancellationToken), $"{type.Find(field)!.Label}.pdf", content, cancellationToken);
            record = (await files.AddAsync(record.Id, record.Row.Version, field, upload, cancellationToken)).Record;
        }

        return (await records.SubmitAsync(record.Id, record.Row.Version, cancellationToken)).Record;
    }

    public async Task DecideAsync(long reviewId, ReviewDecision decision, string opinion, CancellationToken cancellationToken)
    {
        var review = (await reviewing.FindAsync(reviewId, cancellationToken))!;
        await reviews.DecideAsync(reviewId, review.Version, decision, opinion, null, cancellationToken);
    }
}
