using System.Text;
using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Exchange;

/// <summary>What people do on the pages of records.</summary>
internal static class RecordPages
{
    /// <summary>Fills in the form of a new record and saves the draft; returns the address of its page.</summary>
    public static async Task<string> DraftAsync(this IPage page, string type, params (string Field, string Value)[] typed)
    {
        await page.GotoAsync($"/workbench/records/{type}/new");
        foreach (var (field, value) in typed)
            await page.Locator("#record-form").EnterAsync(field, value);
        await page.Locator("#save").ClickAsync();
        await Expect(page.Locator("#acts")).ToBeVisibleAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Adds a file on the page of a record.</summary>
    public static async Task AttachAsync(this IPage page, string field)
    {
        var form = page.Locator("#upload-form");
        await form.Locator("select").SelectOptionAsync(field);
        await form.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = $"{field}.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n") });
        await form.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await Expect(page.Locator("#main")).ToContainTextAsync($"{field}.pdf");
    }

    /// <summary>Submits the draft whose page is open, and says so when asked.</summary>
    public static async Task SubmitAsync(this IPage page)
    {
        await page.Locator("#submit-form button").ClickAsync();
        await page.ConfirmAsync();
        await Expect(page.Locator("#submit-form")).ToHaveCountAsync(0);
    }

    /// <summary>Passes the step whose turn it is.</summary>
    public static async Task PassAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.GetByLabel("通过", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交办理结果" }).ClickAsync();
        await Expect(page.Locator("#decide-form")).ToHaveCountAsync(0);
    }

    /// <summary>Makes a move of the record whose page is open, with what it asks for.</summary>
    public static async Task MoveAsync(this IPage page, string move, params (string Field, string Value)[] typed)
    {
        var form = page.Locator($"#move-{move}");
        if (await page.Locator($"details:has(#move-{move}) > summary").CountAsync() > 0)
            await page.Locator($"details:has(#move-{move}) > summary").ClickAsync();
        foreach (var (field, value) in typed)
            await form.EnterAsync(field, value);
        await form.Locator("button[type=submit]").Last.ClickAsync();
        await page.ConfirmAsync();
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    private static async Task ConfirmAsync(this IPage page)
    {
        var dialog = page.Locator("dialog.confirm[open]");
        if (await dialog.CountAsync() > 0)
            await dialog.Locator(".btn-primary, .btn-danger").ClickAsync();
    }

    private static async Task EnterAsync(this ILocator form, string field, string value)
    {
        var input = form.Locator($"[name='{field}']").First;
        if (await input.GetAttributeAsync("type") is "radio" or "checkbox")
        {
            foreach (var part in value.Split(','))
                await form.Locator($"[name='{field}'][value='{part}']").CheckAsync();
        }
        else if (await input.EvaluateAsync<string>("element => element.tagName") == "SELECT")
        {
            await input.SelectOptionAsync(value);
        }
        else
        {
            await input.FillAsync(value);
        }
    }
}
