using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Data;

/// <summary>One embedded file <c>Migrations/{Dialect}/NNNN_name.sql</c>.</summary>
internal sealed partial record MigrationScript(int Version, string Name, string Sql)
{
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    public static IReadOnlyList<MigrationScript> Read(Assembly assembly, SqlDialect dialect) =>
    [
        .. assembly.GetManifestResourceNames()
            .Select(resource => (resource, match: FileName().Match(resource)))
            .Where(found => found.match.Success && found.match.Groups["dialect"].Value == dialect.ToString())
            .Select(found => new MigrationScript(
                int.Parse(found.match.Groups["version"].Value, CultureInfo.InvariantCulture),
                found.match.Groups["name"].Value,
                ReadText(assembly, found.resource)))
            .OrderBy(script => script.Version),
    ];

    private static string ReadText(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^Migrations[\\/](?<dialect>\w+)[\\/](?<version>\d{4})_(?<name>\w+)\.sql$")]
    private static partial Regex FileName();
}
