using Portal.InternationalExchange.Students;
using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Dossiers;

/// <summary>Puts together what a post may see of a dossier. What is missing is said to every reader of it; the records themselves only to their own readers.</summary>
internal sealed class FilePanelService(PersonFileQueries files, RecordLinkQueries links, RecordCatalog catalog, RecordAccess access)
{
    public const string Partial = "/Areas/InternationalExchange/Pages/Dossier/_FilePanel.cshtml";

    private static readonly string[] _shownAbove = [ImmigrationDocType.TypeKey, LodgingType.TypeKey, CounsellorType.TypeKey];

    public async Task<FilePanel> BuildAsync(RecordView person, CancellationToken cancellationToken)
    {
        var file = await files.OfAsync(person, cancellationToken);
        var referring = await links.ReferringAsync(person.Id, cancellationToken);
        var open = referring.Select(link => link.Row.Id).ToHashSet();
        return new()
        {
            File = file,
            Checklist = Checklist.Of(file),
            Stages = file.IsStudent ? null : TeacherStages.LineOf(person),
            Permits = access.MayOpen(catalog.Get(ImmigrationDocType.TypeKey))
                ? [.. file.Permits.Where(permit => !permit.IsIn("cancelled")).Select(permit => LineOf(file, permit, open))]
                : null,
            Stays = access.MayOpen(catalog.Get(LodgingType.TypeKey))
                ? [.. file.Stays.Where(stay => stay.IsIn("active", "closed")).Select(stay => new StayLine(PlaceOf(stay), stay.Time("from"), stay.Time("leftAt"), LinkOf(stay, open)))]
                : null,
            Others = [.. referring.Where(link => !_shownAbove.Contains(link.Type.Key))],
        };
    }

    public static string KindOf(RecordView permit) => ImmigrationFields.All.First(field => field.Id == "kind").Choices.LabelOf(permit["kind"] ?? "");

    public static string PlaceOf(RecordView stay) => (stay.Bool("offCampus") ? stay["address"] : stay.Ref("room")?.Title) ?? "";

    private static PermitLine LineOf(PersonFile file, RecordView permit, HashSet<long> open) =>
        new(KindOf(permit), file.LightOf(permit), permit.Date("issuedOn"), permit.Date("expiresOn"), LinkOf(permit, open));

    private static string? LinkOf(RecordView record, HashSet<long> open) => open.Contains(record.Id) ? RecordAddress.Of(record) : null;
}
