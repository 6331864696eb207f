using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Students;

/// <summary>Requests made by hand, past what the page offers.</summary>
internal static class Requests
{
    /// <summary>Posts with a token taken from any form of the page that is open (the header has one).</summary>
    public static Task<PortalPage> PostWithTokenAsync(this PortalClient client, string url, params (string Name, string Value)[] values)
    {
        var token = client.Page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        return client.PostAsync(url, values.Append(("__RequestVerificationToken", token)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
    }
}
