using Portal.Testing;

namespace Workbench.Tests.Records;

/// <summary>Files to upload.</summary>
internal static class FairFiles
{
    public static TestFile Pdf(string name) => new("attachments", name, [.. "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"u8]);
}
