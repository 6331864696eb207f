using System.Reflection;
using System.Text.RegularExpressions;

namespace Portal.Architecture.Tests;

public sealed class MigrationTests
{
    public static TheoryData<string> Projects => [.. Tree.Modules.Append("Portal.Kernel").Append("Portal.Toolkit")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Both_dialects_hold_the_same_files_each_number_once_and_all_are_embedded(string project)
    {
        var sqlite = Files(project, "Sqlite");
        Assert.Equal(sqlite, Files(project, "MySql"));
        Assert.Equal(sqlite.Length, sqlite.Select(file => file[..4]).Distinct().Count());
        var embedded = Assembly.Load(project.StartsWith("Portal.", StringComparison.Ordinal) ? project : $"Portal.{project}").GetManifestResourceNames();
        Assert.Empty(sqlite.SelectMany(file => new[] { $"Migrations/Sqlite/{file}", $"Migrations/MySql/{file}" }).Except(embedded));
    }

    [Fact]
    public void A_file_for_mysql_holds_one_statement() => Assert.Empty(
        MySqlFiles().Where(file => Regex.Replace(Tree.Read(file), "'[^']*'", "''").TrimEnd().TrimEnd(';').Contains(';', StringComparison.Ordinal)));

    [Fact]
    public void Tables_for_mysql_compare_binary_and_have_a_primary_key() => Assert.Empty(
        MySqlFiles().Where(file => Tree.Read(file) is var sql && sql.Contains("create table", StringComparison.Ordinal)
            && !(sql.Contains("collate=utf8mb4_bin", StringComparison.Ordinal) && sql.Contains("primary key", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Tables_carry_the_name_of_their_module(string project)
    {
        var prefix = project switch
        {
            "Portal.Kernel" => "portal_",
            "Portal.Toolkit" => "toolkit_",
            _ => $"{project.ToLowerInvariant()}_",
        };
        var tables = Tree.Under($"Modules/{project}/Migrations", ".sql").SelectMany(file => Regex.Matches(Tree.Read(file), @"create table (\w+)").Select(match => match.Groups[1].Value));
        Assert.Empty(tables.Where(table => !table.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_table_refers_to_a_table_of_another_module()
    {
        var crossing = Tree.Modules.SelectMany(module => Tree.Under($"Modules/{module}/Migrations", ".sql")
            .Where(file => Regex.Matches(Tree.Read(file), @"references (\w+)").Any(match => !match.Groups[1].Value.StartsWith($"{module.ToLowerInvariant()}_", StringComparison.Ordinal))));
        Assert.Empty(crossing);
    }

    [Fact]
    public void The_sql_is_of_the_portable_subset()
    {
        var found = Tree.Files.Where(file => file.EndsWith(".sql", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(Tree.Read(file), @"\b(autoincrement|auto_increment|if not exists)\b", RegexOptions.IgnoreCase));
        Assert.Empty(found);
        var offset = Tree.Files.Where(file => file.StartsWith("Modules/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(Tree.Read(file), @"\blimit\b.*\boffset\b|^\s+returning \w+", RegexOptions.Multiline));
        Assert.Empty(offset);
    }

    private static string[] Files(string project, string dialect) =>
        [.. Tree.Under($"Modules/{project}/Migrations/{dialect}", ".sql").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> MySqlFiles() => Tree.Files.Where(file => file.Contains("/Migrations/MySql/", StringComparison.Ordinal));
}
