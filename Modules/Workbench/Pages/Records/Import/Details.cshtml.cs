using Portal.Toolkit.Imports;
using Portal.Toolkit.Records.Imports;

namespace Portal.Workbench.Pages.Records.Import;

/// <summary>One import of records, for who uploaded it.</summary>
[RequireSignedIn]
internal sealed class DetailsModel(ImportDeskService desk, RecordImportService imports) : ImportDetailsModel(desk, null)
{
    public string Type => (string)RouteData.Values["type"]!;

    protected override ImportDefinition? FindImport() => imports.Find(Type);
}
