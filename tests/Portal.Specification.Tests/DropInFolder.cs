namespace Portal.Specification.Tests;

/// <summary>A folder of drop-in modules for one host.</summary>
internal sealed class DropInFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("portal-drop-in-").FullName;

    /// <summary>Copies a published sample into the folder, as its README tells the deployer to.</summary>
    public string Add(string name)
    {
        var source = System.IO.Path.Combine(AppContext.BaseDirectory, "drop-in", name);
        var target = System.IO.Path.Combine(Path, name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    public void AddFaulty(string fault) => File.WriteAllText(System.IO.Path.Combine(Add("Samples.Faulty"), "fault.txt"), fault);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
