using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Portal.Toolkit.Components;
using Portal.Units;

namespace Portal.Toolkit.Attachments;

internal sealed class AttachmentUploadService(AttachmentQueries queries, AttachmentCommands commands, AttachmentReceiver receiver, IUnitContext context) : IAttachmentUploads
{
    private const int TokenBytes = 16;

    /// <summary>Drafts one person may have lying about.</summary>
    private const int MaxDrafts = 100;

    private long PersonId => context.Person?.Id ?? throw new InvalidOperationException("Only a signed-in person uploads.");

    public async Task<AttachmentUpload> StartAsync(AttachmentPolicy policy, long? ownerId, CancellationToken cancellationToken) => new()
    {
        Policy = policy,
        DraftToken = NewToken(),
        Bound = await ListBoundAsync(policy, ownerId, cancellationToken),
    };

    public async Task<AttachmentUpload> ReadAsync(HttpContext context, AttachmentPolicy policy, long? ownerId, CancellationToken cancellationToken)
    {
        var fields = await context.Request.ReadFormAsync(cancellationToken);
        var token = fields[AttachmentField.DraftName].ToString() is { Length: TokenBytes * 2 } given && given.All(char.IsAsciiHexDigitLower) ? given : NewToken();
        var bound = await ListBoundAsync(policy, ownerId, cancellationToken);
        var isRemoval = long.TryParse(fields[AttachmentField.RemoveName], NumberStyles.None, CultureInfo.InvariantCulture, out var removed);
        if (isRemoval && (await queries.ListDraftsAsync(policy, token, PersonId, cancellationToken)).Any(draft => draft.Id == removed))
            await commands.DiscardAsync(removed, cancellationToken);
        var form = context.Features.Get<MultipartForm>();
        var refusals = form is null ? [] : await ReceiveAllAsync(form, policy, policy.MaxFiles - bound.Count, token, cancellationToken);
        return new AttachmentUpload
        {
            Policy = policy,
            DraftToken = token,
            Drafts = await queries.ListDraftsAsync(policy, token, PersonId, cancellationToken),
            Bound = bound,
            Refusals = refusals,
            IsIntermediate = isRemoval || fields.ContainsKey(AttachmentField.UploadName) || form is { IsUploadOnly: true },
        };
    }

    public async Task<AttachmentUpload> AddAsync(AttachmentUpload upload, string fileName, Stream content, CancellationToken cancellationToken)
    {
        var section = new MultipartSection { Body = content, Headers = new() { ["Content-Disposition"] = new ContentDispositionHeaderValue("form-data") { FileNameStar = fileName }.ToString() } };
        var policy = upload.Policy with { MaxFiles = upload.Policy.MaxFiles - upload.Bound.Count };
        var refusal = await receiver.ReceiveAsync(new FileMultipartSection(section), policy, upload.DraftToken, cancellationToken);
        return upload with
        {
            Drafts = await queries.ListDraftsAsync(upload.Policy, upload.DraftToken, PersonId, cancellationToken),
            Refusals = refusal is null ? upload.Refusals : [.. upload.Refusals, refusal],
        };
    }

    private static string NewToken() => RandomNumberGenerator.GetHexString(TokenBytes * 2, lowercase: true);

    private async Task<IReadOnlyList<Attachment>> ListBoundAsync(AttachmentPolicy policy, long? ownerId, CancellationToken cancellationToken) =>
        ownerId is { } owner ? await queries.ListOwnedAsync(policy, owner, cancellationToken) : [];

    private async Task<List<AttachmentRefusal>> ReceiveAllAsync(MultipartForm form, AttachmentPolicy policy, int room, string token, CancellationToken cancellationToken)
    {
        var refusals = new List<AttachmentRefusal>();
        var passable = policy.Kinds.Max(kind => kind.MaxBytes);
        for (; form.File is { } file; await form.NextFileAsync(cancellationToken))
        {
            // What a browser sends for a file field in which nothing was chosen.
            if (file.FileName.Length == 0)
                continue;
            var name = AttachmentName.Clean(file.FileName, policy.MaxNameLength);
            var refusal = (await queries.ListDraftsAsync(policy, token, PersonId, cancellationToken)).Count >= room ? AttachmentRefusal.TooMany(name, policy)
                : await queries.CountDraftsAsync(PersonId, cancellationToken) >= MaxDrafts ? AttachmentRefusal.TooManyDrafts(name)
                : await receiver.ReceiveAsync(file, policy with { MaxFiles = room }, token, cancellationToken);
            if (refusal is null)
                continue;
            refusals.Add(refusal);
            form.IsCut = refusal.Status == StatusCodes.Status413PayloadTooLarge;
            if (!form.IsCut && !await form.SkipAsync(passable, cancellationToken))
            {
                form.IsCut = true;
                refusals.Add(AttachmentRefusal.UploadTooLarge());
            }

            if (form.IsCut)
                break;
        }

        return refusals;
    }
}
