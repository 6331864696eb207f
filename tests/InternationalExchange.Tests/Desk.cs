using Portal.Testing;

namespace Portal.InternationalExchange.Tests;

/// <summary>What people do on the generic pages of records over HTTP, with the forms that stand there.</summary>
internal static class Desk
{
    public const string Records = "/workbench/records";

    /// <summary>Fills in the form of a new record and saves the draft; returns the address of its page.</summary>
    public static async Task<string> DraftAsync(this PortalClient client, string type, params (string Field, string Value)[] typed)
    {
        await client.OpenAsync($"{Records}/{type}/new");
        (await client.SubmitAsync("#save", Values(typed))).Expect(200);
        return client.Page.Url.AbsolutePath;
    }

    /// <summary>Adds a file to the record whose page is open.</summary>
    public static async Task AttachAsync(this PortalClient client, string field) =>
        (await client.SubmitAsync("#upload-form", new { _field = field }, new TestFile("attachments", $"{field}.pdf", [.. "%PDF-1.4\n%%EOF\n"u8]))).Expect(200);

    /// <summary>Submits the draft whose page is open.</summary>
    public static async Task SubmitDraftAsync(this PortalClient client) => (await client.SubmitAsync("#submit-form")).Expect(200);

    /// <summary>Passes the step whose turn it is.</summary>
    public static async Task PassAsync(this PortalClient client, string address)
    {
        await client.OpenAsync(address);
        (await client.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "同意" })).Expect(200);
    }

    /// <summary>Makes a move with what it asks for.</summary>
    public static async Task<PortalPage> MoveAsync(this PortalClient client, string address, string move, params (string Field, string Value)[] typed)
    {
        await client.OpenAsync(address);
        return (await client.SubmitAsync($"#move-{move}", Values(typed))).Expect(200);
    }

    /// <summary>Fills in what is kept up.</summary>
    public static async Task KeepAsync(this PortalClient client, string address, params (string Field, string Value)[] typed)
    {
        await client.OpenAsync(address);
        (await client.SubmitAsync("#keep-form", Values(typed))).Expect(200);
    }

    /// <summary>The id of the record whose page has this address.</summary>
    public static long IdOf(string address) => long.Parse(address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Values((string Field, string Value)[] typed) => typed.ToDictionary(value => value.Field, value => value.Value);
}
