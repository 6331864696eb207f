using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Transfer;

/// <summary>Sends an application as a school does, with a document.</summary>
internal static class Applicant
{
    /// <summary>Returns the address of the application.</summary>
    public static async Task<string> ApplyAsync(this IPage page, string kind, string name, string number, string reason)
    {
        await page.GotoAsync($"/registrytransfer/apply/{kind}");
        await page.Locator("[name=Name]").FillAsync(name);
        await page.Locator("[name=Number]").FillAsync(number);
        await page.GetByRole(AriaRole.Button, new() { Name = "查询", Exact = true }).ClickAsync();
        await page.Locator("[name='Form.Reason']").SelectOptionAsync(reason);
        await page.Locator("[name='Form.ReasonText']").FillAsync("随父母工作调动到本市居住");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "说明材料.pdf", MimeType = "application/pdf", Buffer = Pdf() });
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator("#headline")).ToBeVisibleAsync();
        await Expect(page.Locator("#main")).ToContainTextAsync("说明材料.pdf");
        return new Uri(page.Url).AbsolutePath;
    }

    // The smallest document a reader opens: one empty page.
    private static byte[] Pdf()
    {
        string[] objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"];
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (content, index) in objects.Select((content, index) => (content, index)))
        {
            offsets.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = text.Length;
        text.Append("xref\n0 4\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
