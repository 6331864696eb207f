using System.Text.Json;

namespace Portal.GraduationClearance.Roster.Import;

/// <summary>A row of the file and what it will save, kept encrypted between 预检 and 导入.</summary>
internal sealed record PlannedFacts
{
    /// <summary>The cells as they were, for the workbook of rejected rows.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>Null when the row is rejected.</summary>
    public RosterStudent? Student { get; init; }

    /// <summary>The row names no ID number.</summary>
    public bool KeepsIdCard { get; init; }

    public string Encrypt(ISecretText secrets) => secrets.Encrypt(JsonSerializer.Serialize(this));

    public static PlannedFacts Decrypt(ISecretText secrets, string secret) => JsonSerializer.Deserialize<PlannedFacts>(secrets.Decrypt(secret))!;

    public RosterRow ToRow(RosterCommands commands, long schemeId, RosterRow? stored)
    {
        var row = commands.ToRow(Student!, schemeId);
        if (stored is null)
            return row;
        row = row with { Id = stored.Id };
        return KeepsIdCard
            ? row with { IdCardSecret = stored.IdCardSecret, IdCardHash = stored.IdCardHash, IdCardMasked = stored.IdCardMasked }
            : row;
    }
}
