using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Outbound;

/// <summary>On the page of a programme: whose it is and why, how its places stand, the way to the selection.</summary>
internal sealed class ProgrammePanel(RecordSightQueries sight, RecordCatalog catalog, RecordAccess access) : IRecordPanel
{
    public string Type => OutboundProgrammeType.TypeKey;

    public async Task<RecordPanelView?> FindAsync(RecordView record, RecordRights rights, CancellationToken cancellationToken)
    {
        var students = await sight.ReadAsync(ExchangeBook.Id, found => found.ReferringAsync(record.Id, OutboundStudentType.TypeKey, "programme"), cancellationToken);
        return new("归口和名额", "/Areas/InternationalExchange/Pages/Programmes/_ProgrammePanel.cshtml", new ProgrammePanelModel
        {
            Programme = record,
            Owner = catalog.Get(Type).Facets.Single(facet => facet.Key == ProgrammeOwner.Of(record)).Label,
            Students = students,
            MayDesignate = rights.MayMove(catalog.Get(Type).FindMove(OutboundProgrammeType.Designate)!) && record.IsIn("draft", "returned") && ProgrammeOwner.Of(record) == ProgrammeOwner.Open,
            MaySelect = access.MayOpen(catalog.Get(OutboundStudentType.TypeKey)),
        });
    }
}

/// <summary>The panel; partial <c>_ProgrammePanel</c>.</summary>
internal sealed record ProgrammePanelModel
{
    public required RecordView Programme { get; init; }

    /// <summary>教务处归口.</summary>
    public required string Owner { get; init; }

    public required IReadOnlyList<RecordView> Students { get; init; }

    /// <summary>Whether it is the home office, and nobody owns the programme yet.</summary>
    public required bool MayDesignate { get; init; }

    public required bool MaySelect { get; init; }

    public string Reason => ProgrammeOwner.ReasonOf(Programme);

    public int Count(params string[] states) => Students.Count(student => states.Contains(student.State));
}
