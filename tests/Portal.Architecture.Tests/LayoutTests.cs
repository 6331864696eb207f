using System.Text.RegularExpressions;
using Portal.Testing;

namespace Portal.Architecture.Tests;

public sealed partial class LayoutTests
{
    private static readonly string[] _top = ["Modules", "Portal.Host", "Themes", "tests", "Portal.sln", "appsettings.json", "README.md", "CHANGELOG.md", "LICENSE"];
    private static readonly string[] _optional = ["LICENSE", "CHANGELOG.md"];

    [Fact]
    public void The_top_level_is_exact()
    {
        var found = Tree.Files.Select(file => file.Split('/')[0]).Distinct()
            .Where(name => name[0] != '.' && !DirectoryFile().IsMatch(name));
        Assert.Empty(found.Except(_top));
        Assert.Empty(_top.Except(_optional).Except(found));
    }

    [Fact]
    public void The_solution_lists_every_project_and_nothing_else()
    {
        var listed = ProjectPath().Matches(Tree.Read("Portal.sln")).Select(match => match.Groups[1].Value.Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(Tree.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void Every_module_has_the_same_files_at_its_root()
    {
        var missing = Tree.Modules
            .SelectMany(module => new[] { "Manifest.cs", "Startup.cs", "Permissions.cs", "Menu.cs", $"{module}Module.cs" }.Select(file => $"Modules/{module}/{file}"))
            .Concat(["tests/Samples.DropIn/Manifest.cs", "tests/Samples.DropIn/Startup.cs", "tests/Samples.DropIn/Permissions.cs", "tests/Samples.DropIn/Menu.cs", "tests/Samples.DropIn/SamplesDropInModule.cs"])
            .Where(file => !File.Exists(Path.Combine(Repository.Root, file)));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_module_has_tests() =>
        Assert.Empty(Tree.Modules.Where(module => !Tree.Under($"tests/{module}.Tests", ".cs").Any()));

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines()
    {
        var tooLong = Tree.Files
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".sql" or ".css" or ".js")
            .Select(file => (file, lines: File.ReadLines(Path.Combine(Repository.Root, file)).Count()))
            .Where(found => found.lines > 300)
            .Select(found => $"{found.file}: {found.lines}");
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Half_of_a_modules_files_are_short()
    {
        var tooLong = Tree.Modules.Prepend("Portal.Kernel").Prepend("Portal.Toolkit")
            .Select(module => (module, lengths: Tree.Under($"Modules/{module}", ".cs").Select(file => File.ReadLines(Path.Combine(Repository.Root, file)).Count()).Order().ToArray()))
            .Select(found => (found.module, median: found.lengths[found.lengths.Length / 2]))
            .Where(found => found.median > 50)
            .Select(found => $"{found.module}: median {found.median} lines; 45 is the aim");
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Paths_are_written_in_ascii() => Assert.Empty(Tree.Files.Where(file => !System.Text.Ascii.IsValid(file)));

    [Fact]
    public void The_kernel_stays_small()
    {
        var lines = Tree.Under("Modules/Portal.Kernel", ".cs")
            .SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, file)))
            .Count(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal));
        Assert.True(lines <= 2800, $"The kernel has {lines} lines of code; 2,800 is the limit, 2,000 the aim.");
    }

    [Fact]
    public void Comments_stay_rare_in_modules()
    {
        var talkative = Tree.Modules
            .Select(module => (module, lines: Tree.Under($"Modules/{module}", ".cs").SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, file))).Select(line => line.Trim()).Where(line => line.Length > 0).ToArray()))
            .Select(found => (found.module, share: 100.0 * found.lines.Count(line => line.StartsWith("// ", StringComparison.Ordinal)) / found.lines.Length))
            .Where(found => found.share > 2)
            .Select(found => $"{found.module}: {found.share:0.0} %");
        Assert.Empty(talkative);
    }

    [GeneratedRegex(@"^Directory\..+\.(props|targets)$")]
    private static partial Regex DirectoryFile();

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex ProjectPath();
}
