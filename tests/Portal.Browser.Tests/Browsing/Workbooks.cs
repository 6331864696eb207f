using ExcelDataReader;
using Microsoft.Playwright;

namespace Portal.Browser.Tests.Browsing;

/// <summary>Workbooks that pages offer for download.</summary>
internal static class Workbooks
{
    /// <summary>Clicks a link or button and returns the file it brings.</summary>
    public static async Task<FilePayload> DownloadAsync(this IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).Or(page.GetByRole(AriaRole.Button, new() { Name = link })).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return new FilePayload { Name = download.SuggestedFilename, MimeType = "application/octet-stream", Buffer = copy.ToArray() };
    }

    /// <summary>The cells of the first sheet as text.</summary>
    public static IReadOnlyList<string[]> Read(FilePayload file)
    {
        // Old workbooks name their code page; the host registers these only when it reads one itself.
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file.Buffer));
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetValue(column)}")]);
        return rows;
    }
}
