using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Lists;

namespace Portal.Workbench.Pages.Records;

/// <summary>Addresses of a list with its conditions.</summary>
internal sealed class RecordListAddress(IUrlHelper url, RecordType type, RecordFilter filter)
{
    public string WithoutConditions => With([]);

    public string Current => With(filter.Route());

    /// <summary>Values for the forms that post with the conditions of the page.</summary>
    public Dictionary<string, string> Route => Complete(filter.Route());

    public string New => url.Content($"~{RecordAddress.NewOf(type.Key)}");

    public string With(Dictionary<string, string> route) => url.Page("/Records/Index", Complete(route))!;

    /// <summary>The list with the conditions of the page and a key to go on from.</summary>
    public string Page(string key, long id) => With(new(filter.Route()) { [key] = $"{id}" });

    public string Of(RecordRow row) => url.Content($"~{RecordAddress.Of(type.Key, row.Id)}");

    private Dictionary<string, string> Complete(Dictionary<string, string> route) => new(route) { ["type"] = type.Key };
}
