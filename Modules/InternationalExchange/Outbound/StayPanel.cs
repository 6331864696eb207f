using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Outbound;

/// <summary>On the page of a student abroad: last check-in, grant, recognition; the student himself is led to his own page.</summary>
internal sealed class StayPanel(RecordSightQueries sight, RecordCatalog catalog, RecordAccess access, IUnitContext context) : IRecordPanel
{
    public string Type => OutboundStudentType.TypeKey;

    public async Task<RecordPanelView?> FindAsync(RecordView record, RecordRights rights, CancellationToken cancellationToken)
    {
        var (grants, recognitions) = await sight.ReadAsync(ExchangeBook.Id, async found => (
            await found.ReferringAsync(record.Id, GrantType.TypeKey, "outbound"),
            await found.ReferringAsync(record.Id, CreditRecognitionType.TypeKey, "outbound")), cancellationToken);
        var isOwn = context.Has(Permissions.Student) && record.Row.PersonId == context.Person?.Id;
        var grant = catalog.Get(GrantType.TypeKey);
        return new("跟踪、资助和学分", "/Areas/InternationalExchange/Pages/Outbound/_StayPanel.cshtml", new StayPanelModel
        {
            Student = record,
            IsOwn = isOwn,
            Grant = access.MayOpen(grant) || isOwn ? grants.LastOrDefault(found => !found.IsIn("cancelled", "draft")) : null,
            GrantUrl = record["owner"] is { } owner && grants.All(found => found.IsIn("cancelled")) && access.MayCreate(grant, owner)
                ? $"{RecordAddress.NewOf(GrantType.TypeKey)}?outbound={Uri.EscapeDataString(record.No)}&source={owner}"
                : null,
            Recognition = recognitions.LastOrDefault(found => !found.IsIn("cancelled", "withdrawn", "rejected")),
        });
    }
}

/// <summary>The panel; partial <c>_StayPanel</c>.</summary>
internal sealed record StayPanelModel
{
    public required RecordView Student { get; init; }

    public required bool IsOwn { get; init; }

    public RecordView? Grant { get; init; }

    /// <summary>Where the owner's office grants; null for others, and once it has.</summary>
    public string? GrantUrl { get; init; }

    public RecordView? Recognition { get; init; }
}
