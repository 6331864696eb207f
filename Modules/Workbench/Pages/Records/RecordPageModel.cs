using Portal.Toolkit.Records.Commands;

namespace Portal.Workbench.Pages.Records;

/// <summary>What the pages of one record share: its type in the address.</summary>
public abstract class RecordPageModel : RecordCommandPageModel
{
    [FromRoute(Name = "type")]
    public string TypeKey { get; set; } = "";
}
