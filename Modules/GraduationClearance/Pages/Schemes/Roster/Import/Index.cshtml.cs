using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Roster.Import;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Schemes.Roster.Import;

/// <summary>选择文件 for the roster of a scheme.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
[UploadLimit]
public sealed class IndexModel(SchemeQueries schemes, RosterImport import, ImportDeskService desk) : ImportUploadModel<RosterChoice, RosterLine, PlannedFacts>(desk, import)
{
    [FromQuery(Name = "scheme")]
    public long SchemeId { get; set; }

    protected override async Task<ImportUpload<RosterChoice>?> FindAsync(CancellationToken cancellationToken) =>
        await schemes.FindAsync(SchemeId, cancellationToken) is { } scheme
            ? new(new RosterChoice(scheme.Id), scheme.Name, RosterImport.TopicOf(scheme.Id)) { Route = new { scheme = scheme.Id } }
            : null;
}
