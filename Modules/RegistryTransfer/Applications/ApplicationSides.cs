using System.Globalization;

namespace Portal.RegistryTransfer.Applications;

/// <summary>Where both schools of an application lie in the organisation tree.</summary>
internal sealed record ApplicationSides
{
    public long Id { get; init; }

    public int Kind { get; init; }

    public bool IsOpen { get; init; }

    public string InPath { get; init; } = "";

    public string OutPath { get; init; } = "";

    /// <summary>Every unit of both paths but the root.</summary>
    public IEnumerable<long> Units() => Units(InPath).Concat(Units(OutPath));

    private static IEnumerable<long> Units(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(part => long.Parse(part, CultureInfo.InvariantCulture));
}
