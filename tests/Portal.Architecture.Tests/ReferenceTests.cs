using System.Reflection;
using System.Text.RegularExpressions;
using Portal.Modules.Manifest;
using Portal.Testing;

namespace Portal.Architecture.Tests;

/// <summary>Arrows run Host → modules → Toolkit → Kernel; no module references another.</summary>
public sealed class ReferenceTests
{
    private static readonly Assembly[] _referenced =
    [
        .. typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(attribute => attribute.Key == "Portal.Module")
            .Select(attribute => Assembly.Load(attribute.Value!)),
    ];

    [Fact]
    public void The_host_was_built_with_every_module_and_theme()
    {
        var themes = Directory.EnumerateDirectories(Repository.PathOf("Themes")).Select(folder => $"Portal.Themes.{Path.GetFileName(folder)}");
        var expected = Tree.Modules.Select(module => $"Portal.{module}").Concat(themes).Concat(["Portal.Kernel", "Portal.Toolkit"]);
        Assert.Equal(expected.Order(), _referenced.Select(Name).Order());
    }

    [Fact]
    public void No_module_references_another()
    {
        var modules = _referenced.Where(assembly => assembly.IsDefined(typeof(ModuleAttribute))).ToArray();
        Assert.NotEmpty(modules);
        var names = modules.Select(Name).Append("Portal.Host").ToHashSet();
        Assert.Empty(modules.SelectMany(module => PortalReferences(module).Where(names.Contains).Select(other => $"{Name(module)} → {other}")));
    }

    [Fact]
    public void The_foundations_know_nothing_above_them()
    {
        Assert.Equal([], PortalReferences(Assembly.Load("Portal.Kernel")));
        Assert.Empty(PortalReferences(Assembly.Load("Portal.Toolkit")).Except(["Portal.Kernel"]));
    }

    [Fact]
    public void Projects_name_no_other_module_and_only_the_browser_tests_name_playwright()
    {
        var projects = Tree.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["tests/Portal.Browser.Tests/Portal.Browser.Tests.csproj"], projects.Where(file => Tree.Read(file).Contains("Microsoft.Playwright", StringComparison.Ordinal)));
        var crossing = projects.Where(file => file.StartsWith("Modules/", StringComparison.Ordinal) && !file.Contains("/Portal.", StringComparison.Ordinal))
            .Where(file => Tree.Read(file).Contains("<ProjectReference", StringComparison.Ordinal));
        Assert.Empty(crossing);
        Assert.Empty(projects.Where(file => !file.StartsWith("tests/", StringComparison.Ordinal) && Tree.Read(file).Contains("Samples.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Versions_stand_in_one_place() =>
        Assert.Empty(Tree.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && Regex.IsMatch(Tree.Read(file), "<PackageReference[^>]*Version=")));

    [Fact]
    public void Every_project_has_its_lock_file() =>
        Assert.Empty(Tree.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => $"{Path.GetDirectoryName(file)}/packages.lock.json").Except(Tree.Files));

    private static IEnumerable<string> PortalReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.StartsWith("Portal.", StringComparison.Ordinal));

    private static string Name(Assembly assembly) => assembly.GetName().Name!;
}
