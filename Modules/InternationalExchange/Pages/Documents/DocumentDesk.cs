using Portal.InternationalExchange.Trips;

namespace Portal.InternationalExchange.Pages.Documents;

/// <summary>One of the two custody desks: 因公 with 国际交流处 (Art. 6(4)), 因私 with 组织部 (Art. 9(1)2). Neither sees the other's documents.</summary>
/// <param name="Facet">Facet of the documents and part of the address.</param>
/// <param name="Title">因公证照保管.</param>
/// <param name="DueKey">Due date of what is lent.</param>
internal sealed record DocumentDesk(string Facet, string Title, string DueKey)
{
    public static DocumentDesk Official { get; } = new("official", "因公证照保管", TravelDocumentType.OfficialDue);

    public static DocumentDesk Private { get; } = new("private", "因私证照保管", TravelDocumentType.PrivateDue);

    public string Address => $"/internationalexchange/documents/{Facet}";

    /// <summary>The desk of an address; null without one.</summary>
    public static DocumentDesk? Find(string facet) => facet == Official.Facet ? Official : facet == Private.Facet ? Private : null;
}
