using System.Text;
using Microsoft.Extensions.Configuration;
using Portal.Modules;

namespace Portal.Kernel.Tests.Modules;

public sealed class ModuleLoaderTests : IDisposable
{
    private static readonly byte[] Description = """{"runtimeTarget":{"name":"x"},"targets":{"x":{}},"libraries":{}}"""u8.ToArray();
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-loader-").FullName;

    [Fact]
    public void No_folder_and_an_empty_folder_are_no_modules()
    {
        Assert.Empty(Load(_folder).Modules);
        Assert.Empty(Load(Path.Combine(_folder, "missing")).Modules);
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_a_state_with_a_reason()
    {
        Drop("Portal.Garbage", "Portal.Garbage.dll", [1, 2, 3]);
        Drop("Portal.Garbage", "Portal.Garbage.deps.json", Description);
        var module = Assert.Single(Load(_folder).Modules);
        Assert.Equal((ModuleState.NotSupported, ModuleSource.DropIn), (module.State, module.Source));
        Assert.False(string.IsNullOrWhiteSpace(module.Reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"runtimeTarget":"x","targets":{"x":{}},"libraries":{}}""")]
    [InlineData("""{"runtimeTarget":{"name":"x"},"targets":{"x":[]},"libraries":5}""")]
    [InlineData("""{"runtimeTarget":{"name":"x"},"targets":{"x":{"A/1":{"runtime":{"a.dll":{}}}}},"libraries":{"A/1":{}}}""")]
    public void A_description_that_cannot_be_read_is_a_state_too(string description)
    {
        Drop("Portal.Odd", "Portal.Odd.dll", [1, 2, 3]);
        Drop("Portal.Odd", "Portal.Odd.deps.json", Encoding.UTF8.GetBytes(description));
        Assert.Equal(ModuleState.Failed, Assert.Single(Load(_folder).Modules).State);
    }

    [Fact]
    public void An_assembly_without_a_manifest_says_what_is_missing()
    {
        Drop("Plain", "Dapper.dll", File.ReadAllBytes(typeof(Dapper.SqlMapper).Assembly.Location));
        Drop("Plain", "Dapper.deps.json", Description);
        var module = Assert.Single(Load(_folder).Modules);
        Assert.Equal(ModuleState.NotSupported, module.State);
        Assert.Contains("Manifest.cs", module.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_published_module_says_what_is_missing()
    {
        Drop("Half", "Portal.Half.dll", [1]);
        var module = Assert.Single(Load(_folder).Modules);
        Assert.Equal(("Half", ModuleState.Failed), (module.Id, module.State));
        Assert.Contains("deps.json", module.Reason, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ModuleCatalog Load(string folder) => new ModuleLoader(new ConfigurationBuilder().Build()).Load(typeof(ModuleLoader).Assembly, folder);

    private void Drop(string module, string file, ReadOnlySpan<byte> content)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, module)).FullName;
        File.WriteAllBytes(Path.Combine(folder, file), content.ToArray());
    }
}
