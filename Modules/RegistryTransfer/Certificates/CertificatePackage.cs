using System.IO.Compression;
using System.Text;

namespace Portal.RegistryTransfer.Certificates;

/// <summary>The download of the seed: the certificate and the guide, nothing else.</summary>
internal static class CertificatePackage
{
    public const string FileName = "跨省业务统一办理平台数字证书.zip";
    public const string CertificateName = "kspt.crt";
    public const string GuideName = "跨省办理平台数字证书安装说明文档.doc";

    private const string GuideResource = "Certificates.Guide.doc";

    /// <param name="certificate">DER form, so that the file's SHA-256 is the fingerprint on the page.</param>
    /// <param name="at">Time of the entries.</param>
    public static byte[] Build(byte[] certificate, DateTime at)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            using var file = new MemoryStream(certificate);
            Add(zip, CertificateName, file, at);
            using var guide = typeof(CertificatePackage).Assembly.GetManifestResourceStream(GuideResource)
                ?? throw new InvalidOperationException($"The resource {GuideResource} is missing.");
            Add(zip, GuideName, guide, at);
        }

        return buffer.ToArray();
    }

    private static void Add(ZipArchive zip, string name, Stream content, DateTime at)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(at, TimeSpan.Zero);
        using var target = entry.Open();
        content.CopyTo(target);
    }
}
