using System.Text.RegularExpressions;
using Portal.Testing;

namespace Portal.Architecture.Tests;

public sealed class WordTests
{
    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Now|Today)\b", "ask TimeProvider or LocalTime")]
    [InlineData(@"\bThread\.Sleep\b", "await Task.Delay")]
    [InlineData(@"#region\b", "split the class")]
    [InlineData(@"\bTO" + "DO\\b|\\bFIX" + "ME\\b|NotImplementedException", "finish it")]
    [InlineData(@"\.GetAwaiter\(\)\.GetResult\(\)|Async\([^;]*\)\.(Result\b|Wait\(\))", "await it")]
    [InlineData(@"\basync void\b", "return a Task")]
    [InlineData(@"\bBuildServiceProvider\(", "inject it")]
    public void Banned_in_the_sources(string pattern, string instead)
    {
        var found = Sources().SelectMany(file => Lines(file, pattern)).ToArray();
        Assert.True(found.Length == 0, $"{instead}:\n{string.Join('\n', found)}");
    }

    [Theory]
    [InlineData("style=\"")]
    [InlineData("<style")]
    [InlineData(@"\son[a-z]+=""")]
    [InlineData(@"<script(?![^>]*\b(src=|type=""application/json""))")]
    [InlineData("javascript:")]
    [InlineData(@"@Html\.Raw")]
    [InlineData(@"(src|href)=""https?://")]
    public void Banned_in_views(string pattern)
    {
        var found = Tree.Files.Where(file => file.EndsWith(".cshtml", StringComparison.Ordinal)).SelectMany(file => Lines(file, pattern)).ToArray();
        Assert.True(found.Length == 0, $"The content policy forbids it:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void No_sql_in_page_models()
    {
        var found = Tree.Files.Where(file => file.EndsWith(".cshtml.cs", StringComparison.Ordinal))
            .SelectMany(file => Lines(file, @"\bDbDataSource\b|\bselect .+ from \b|\binsert into\b|\bIWriteTransactions\b"));
        Assert.Empty(found);
    }

    private static IEnumerable<string> Sources() => Tree.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("tests/", StringComparison.Ordinal));

    private static IEnumerable<string> Lines(string file, string pattern) => File.ReadLines(Path.Combine(Repository.Root, file))
        .Select((text, index) => (text, number: index + 1))
        .Where(line => Regex.IsMatch(line.text, pattern))
        .Select(line => $"{file}:{line.number}: {line.text.Trim()}");
}
