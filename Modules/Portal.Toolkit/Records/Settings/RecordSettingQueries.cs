using System.Data.Common;
using Portal.Toolkit.Records.Storage;
using Portal.Units;

namespace Portal.Toolkit.Records.Settings;

/// <summary>Settings and offices of a book.</summary>
public sealed class RecordSettingQueries(
    DbDataSource source, RecordCatalog catalog, IUnitTree units, Data.ISecretText secrets, RoleHolderQueries holders)
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
        var stored = (await ReadSession.Of(connection, cancellationToken).QueryAsync<SettingRow>(
            "select setting_key, value, version from toolkit_record_setting where module_id = @ModuleId", new { book.ModuleId })).ToDictionary(row => row.SettingKey, StringComparer.Ordinal);
        return [.. RecordSettingDeclarations.Of(book).Select(setting => stored.GetValueOrDefault(setting.Key) is { } row
            ? new RecordSettingValue(setting, row.Value, row.Version)
            : new RecordSettingValue(setting, setting.Default, 0))];
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
public sealed record RecordSettingValue(RecordSetting Setting, string Value, long Version);

/// <summary>An office and the unit that is it.</summary>
public sealed record RecordOffice(UnitRole Role, Unit? Unit, long Version)
{
    /// <summary>How many people hold it, where exactly one should; null for the others.</summary>
    public int? Holders { get; init; }
}
