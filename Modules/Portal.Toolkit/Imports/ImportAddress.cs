using Microsoft.AspNetCore.Mvc;

namespace Portal.Toolkit.Imports;

/// <summary>Addresses of an import's page, and which of its rows are asked for.</summary>
internal sealed record ImportAddress(IUrlHelper Url, long Id, ImportRowList? List, int After, int? Before)
{
    public string Page => Url.Page("", new { id = Id, list = (ImportRowList?)null, after = (int?)null, before = (int?)null })!;

    public string Of(ImportRowList list, int? after = null, int? before = null) => Url.Page("", new { id = Id, list, after, before })!;

    public string Handler(string name) => Url.Page("", name, new { id = Id, list = (ImportRowList?)null, after = (int?)null, before = (int?)null })!;
}
