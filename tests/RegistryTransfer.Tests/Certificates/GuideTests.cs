using System.ComponentModel;
using System.Diagnostics;
using System.IO.Compression;
using Portal.RegistryTransfer.Certificates;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Certificates;

/// <summary>The guide in the download is a real Word document, made from the source beside it.</summary>
public sealed class GuideTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-guide-").FullName;

    [Fact]
    public async Task The_guide_opens_in_LibreOffice_and_says_what_its_source_says()
    {
        var package = CertificatePackage.Build([1], new DateTime(2026, 3, 10, 2, 0, 0, DateTimeKind.Utc));
        using (var zip = new ZipArchive(new MemoryStream(package)))
            zip.GetEntry(CertificatePackage.GuideName)!.ExtractToFile(Path.Combine(_folder, "guide.doc"));
        File.Copy(Testing.Repository.PathOf("Modules/RegistryTransfer/Certificates/Guide/installation-guide.fodt"), Path.Combine(_folder, "source.fodt"));
        var guide = await TextOfAsync("guide.doc");
        Assert.StartsWith(Path.GetFileNameWithoutExtension(CertificatePackage.GuideName), guide, StringComparison.Ordinal);
        Assert.Contains("受信任的根证书颁发机构", guide, StringComparison.Ordinal);
        Assert.Equal(await TextOfAsync("source.fodt"), guide);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> TextOfAsync(string file)
    {
        var start = new ProcessStartInfo("soffice", [$"-env:UserInstallation=file://{_folder}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", _folder, Path.Combine(_folder, file)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var office = Process.Start(start) ?? throw new Win32Exception("soffice did not start.");
        var output = await Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
        await office.WaitForExitAsync();
        var text = Path.Combine(_folder, Path.ChangeExtension(file, ".txt"));
        Assert.True(File.Exists(text), string.Join('\n', output));
        return (await File.ReadAllTextAsync(text)).Trim('\uFEFF', '\n', '\r');
    }
}
