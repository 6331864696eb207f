using System.Diagnostics;
using Portal.Testing;

namespace Portal.Architecture.Tests;

/// <summary>The files of the repository: those that are tracked and those that are about to be.</summary>
internal static class Tree
{
    private static readonly Lazy<IReadOnlyList<string>> _files = new(List);

    /// <summary>Paths from the top with slashes.</summary>
    public static IReadOnlyList<string> Files => _files.Value;

    /// <summary>Names of the folders that are modules.</summary>
    public static IReadOnlyList<string> Modules { get; } =
        [.. Directory.EnumerateDirectories(Repository.PathOf("Modules")).Select(folder => Path.GetFileName(folder)).Where(name => !name.StartsWith("Portal.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    public static IEnumerable<string> Under(string folder, params string[] extensions) => Files
        .Where(file => file.StartsWith($"{folder}/", StringComparison.Ordinal) && extensions.Contains(Path.GetExtension(file)));

    private static List<string> List()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct().Where(file => File.Exists(Path.Combine(Repository.Root, file)))];
    }
}
