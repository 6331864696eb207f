namespace Portal.Toolkit.Records.Commands;

/// <summary>What a command left.</summary>
/// <param name="Record">As it stands now.</param>
/// <param name="Warnings">What guards warn of without refusing.</param>
public sealed record RecordSaved(RecordView Record, IReadOnlyList<string> Warnings)
{
    /// <summary>Nothing was written now: the same form had been posted before and made this record.</summary>
    public bool IsRepeat { get; init; }
}
