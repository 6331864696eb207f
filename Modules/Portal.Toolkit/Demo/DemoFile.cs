using System.Text;

namespace Portal.Toolkit.Demo;

/// <summary>A file for demo data.</summary>
public static class DemoFile
{
    private static readonly byte[] _page = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        + "4 0 obj<</Length 39>>stream\nBT /F1 24 Tf 60 760 Td (Sample) Tj ET\n  \nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    /// <summary>A PDF of one page.</summary>
    public static Stream Pdf() => new MemoryStream(_page, writable: false);
}
