using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Pages;

/// <summary>One set of pages for both flows: which one it is stands in the address.</summary>
internal abstract class FlowPageModel : PageModel
{
    [FromRoute(Name = "kind")]
    public string KindSlug { get; set; } = "";

    public ApplicationKind Kind => ApplicationKinds.Find(KindSlug) ?? throw new InvalidOperationException("The route lets only known kinds through.");
}
