using Portal.Testing;

namespace Portal.RegistryTransfer.Tests;

/// <summary>A registrar at the page 申请.</summary>
internal static class ApplyingClient
{
    public const string SearchForm = "form[role=search]";
    public const string SaveForm = "form[aria-labelledby=apply-form]";

    /// <summary>Something that begins as a PDF does.</summary>
    public static TestFile Pdf { get; } = new("attachments", "说明.pdf", [.. "%PDF-1.7\n"u8, .. new byte[500]]);

    /// <summary>Opens the page and searches.</summary>
    public static async Task<PortalPage> SearchAsync(this PortalClient client, string name, string number, string kind = "transfer")
    {
        await client.OpenAsync($"/registrytransfer/apply/{kind}");
        return await client.SubmitAsync(SearchForm, new { Name = name, Number = number });
    }

    /// <summary>Fills in the form that a search showed and saves.</summary>
    public static Task<PortalPage> SaveAsync(this PortalClient client, Dictionary<string, object?>? changes = null, params TestFile[] files)
    {
        var values = new Dictionary<string, object?> { ["Form.Reason"] = "ParentsRelocated", ["Form.ReasonText"] = "随父母工作调动" };
        if (client.Page.TryFind("option[value=Admission]") is not null)
            values["Form.Reason"] = "Admission";
        foreach (var (name, value) in changes ?? [])
            values[name] = value;
        return client.SubmitAsync(SaveForm, values, files.Length > 0 ? files : [Pdf]);
    }

    /// <summary>Searches and saves in one go.</summary>
    public static async Task<PortalPage> ApplyAsync(this PortalClient client, string name, string number, string kind = "transfer")
    {
        await client.SearchAsync(name, number, kind);
        return await client.SaveAsync();
    }
}
