using System.Text;
using ExcelDataReader;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Students;

/// <summary>A downloaded workbook, read back: cell values as they are typed in the file.</summary>
internal static class ExportedSheet
{
    static ExportedSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Header and rows of the first sheet.</summary>
    public static IReadOnlyList<object?[]> Read(PortalPage page)
    {
        page.Expect(200);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", page.Response.Content.Headers.ContentType?.MediaType);
        using var stream = new MemoryStream(page.Content);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return rows;
    }
}
