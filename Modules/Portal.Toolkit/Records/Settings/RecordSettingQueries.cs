using System.Data.Common;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Dues;
using Portal.Toolkit.Records.Storage;
using Portal.Units;

namespace Portal.Toolkit.Records.Settings;

/// <summary>Settings and offices of a book.</summary>
public sealed class RecordSettingQueries(
    DbDataSource source, RecordCatalog catalog, IUnitTree units, Data.ISecretText secrets, PermissionHolderQueries holders)
{
    /// <summary>The settings in force.</summary>
    public async Task<RecordSettings> ReadAsync(RecordBook book, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await new RecordReader(ReadSession.Of(connection, cancellationToken), catalog, secrets).SettingsAsync(book);
    }

    /// <summary>Each declared setting with its value; version 0 where nobody changed it.</summary>
    public async Task<IReadOnlyList<RecordSettingValue>> ListAsync(RecordBook book, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var session = ReadSession.Of(connection, cancellationToken);
        var stored = (await session.QueryAsync<SettingRow>("select setting_key, value, version from toolkit_record_setting where module_id = @ModuleId", new { book.ModuleId }))
            .ToDictionary(row => row.SettingKey, StringComparer.Ordinal);
        var dues = await SettingDues.ListAsync(session, book);
        var remaining = await RemainingAsync(session, book, dues);
        return [.. RecordSettingDeclarations.Of(book).Select(setting => new RecordSettingValue(
            setting, stored.GetValueOrDefault(setting.Key)?.Value ?? setting.Default, stored.GetValueOrDefault(setting.Key)?.Version ?? 0)
        {
            Dates = dues.GetValueOrDefault(setting.Key)?.Count ?? 0,
            Remaining = remaining.GetValueOrDefault(setting.Key),
        })];
    }

    /// <summary>Each office of the book with the unit that is it; null while nobody named it.</summary>
    public async Task<IReadOnlyList<RecordOffice>> ListOfficesAsync(RecordBook book, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var named = (await ReadSession.Of(connection, cancellationToken).QueryAsync<OfficeRow>(
            "select role_key, unit_id, version from toolkit_record_office where module_id = @ModuleId", new { book.ModuleId })).ToDictionary(row => row.RoleKey, StringComparer.Ordinal);
        var offices = new List<RecordOffice>();
        foreach (var role in book.Roles.Where(role => role.IsOffice))
        {
            var row = named.GetValueOrDefault(role.Key);
            offices.Add(new(role, row is null ? null : units.Find(row.UnitId), row?.Version ?? 0) { Holders = role.HasOneHolder ? await holders.CountAsync(role, cancellationToken) : null });
        }

        return offices;
    }

    // A few were revised with the change itself; the round that follows it finds nothing to do.
    private static async Task<IReadOnlyDictionary<string, int>> RemainingAsync(ReadSession session, RecordBook book, IReadOnlyDictionary<string, SettingDues> dues)
    {
        var remaining = new Dictionary<string, int>(StringComparer.Ordinal);
        var marks = await session.QueryAsync<DueRevisionMark>(
            "select setting_key, revise_at, revise_type, revise_after from toolkit_record_setting where module_id = @ModuleId and revise_at is not null", new { book.ModuleId });
        foreach (var mark in marks)
        {
            if (dues.GetValueOrDefault(mark.SettingKey) is { Count: > DueRevision.Few } resting)
                remaining[mark.SettingKey] = await resting.RemainingAsync(session, mark);
        }

        return remaining;
    }

    private sealed record SettingRow
    {
        public string SettingKey { get; init; } = "";

        public string Value { get; init; } = "";

        public long Version { get; init; }
    }

    private sealed record OfficeRow
    {
        public string RoleKey { get; init; } = "";

        public long UnitId { get; init; }

        public long Version { get; init; }
    }
}

/// <summary>A setting and what it is set to.</summary>
public sealed record RecordSettingValue(RecordSetting Setting, string Value, long Version)
{
    /// <summary>Open due dates that rest on it.</summary>
    public int Dates { get; init; }

    /// <summary>Of these, still to be computed anew after the last change.</summary>
    public int Remaining { get; init; }
}

/// <summary>An office and the unit that is it.</summary>
public sealed record RecordOffice(UnitRole Role, Unit? Unit, long Version)
{
    /// <summary>How many people hold it, where exactly one should; null for the others.</summary>
    public int? Holders { get; init; }
}
