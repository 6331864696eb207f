namespace Portal.RegistryTransfer.Certificates;

/// <summary>An uploaded authority certificate without its content.</summary>
internal sealed record CertificateRow
{
    public long Id { get; init; }

    public string Fingerprint { get; init; } = "";

    public string Subject { get; init; } = "";

    public DateTime NotBefore { get; init; }

    public DateTime NotAfter { get; init; }

    public bool IsCurrent { get; init; }

    public string UploadedByName { get; init; } = "";

    public DateTime UploadedAt { get; init; }

    /// <summary>Whole days until it expires; negative afterwards.</summary>
    public int DaysLeft(DateTime now) => (int)Math.Floor((NotAfter - now).TotalDays);

    /// <summary>In groups of four, as people compare it.</summary>
    public string Grouped => string.Join(' ', Fingerprint.ToUpperInvariant().Chunk(4).Select(group => new string(group)));
}
