using Portal.Data;

namespace Portal.Toolkit.Records.Storage;

/// <summary>Reads whole records, in a transaction or on a page's connection.</summary>
internal sealed class RecordReader(ReadSession data, RecordCatalog catalog, ISecretText secrets)
{
    public ReadSession Data { get; } = data;

    public async Task<RecordView?> FindAsync(long id) => await ReadAsync("id = @id", new { id }) is [var found] ? found : null;

    public async Task<IReadOnlyList<RecordView>> ListAsync(IReadOnlyCollection<long> ids) => ids.Count == 0 ? [] : await ReadAsync("id in @ids", new { ids });

    public Task<IReadOnlyList<RecordView>> ReferringAsync(long id, string type, string field) => ReadAsync(
        """
        type = @type
          and id in (select from_id from toolkit_record_link where to_id = @id and field = @field)
        """,
        new { id, type, field });

    public Task<IReadOnlyList<RecordView>> OfPersonAsync(string type, long personId) => ReadAsync("person_id = @personId and type = @type", new { type, personId });

    public async Task<IReadOnlyList<RecordView>> OfPeopleAsync(string type, IReadOnlyCollection<long> people) =>
        people.Count == 0 ? [] : await ReadAsync("person_id in @people and type = @type", new { type, people });

    public Task<IReadOnlyList<RecordView>> OfUnitAsync(string type, long unitId, string[] states) =>
        ReadAsync("type = @type and unit_id = @unitId and state in @states", new { type, unitId, states });

    public async Task<RecordView?> OfKeyAsync(string type, string key, string value) => await Data.FirstOrDefaultAsync<long?>(
        """
        select record_id
        from toolkit_record_key
        where type = @type
          and name = @key
          and value = @stored
        """,
        new { type, key, stored = Writing.RecordKeys.Stored(catalog.Get(type), key, value, secrets) }) is { } id ? await FindAsync(id) : null;

    public async Task<long?> OfficeAsync(string type, string unitRole) => await Data.FirstOrDefaultAsync<long?>(
        """
        select unit_id
        from toolkit_record_office
        where module_id = @moduleId
          and role_key = @unitRole
        """,
        new { moduleId = catalog.BookOf(catalog.Get(type)).ModuleId, unitRole });

    public async Task<RecordSettings> SettingsAsync(RecordBook book)
    {
        var stored = (await Data.QueryAsync<SettingRow>("select setting_key, value from toolkit_record_setting where module_id = @ModuleId", new { book.ModuleId }))
            .ToDictionary(row => row.SettingKey, row => row.Value, StringComparer.Ordinal);
        return new(book.Settings.ToDictionary(setting => setting.Key, setting => stored.GetValueOrDefault(setting.Key, setting.Default), StringComparer.Ordinal));
    }

    private async Task<IReadOnlyList<RecordView>> ReadAsync(string condition, object parameters)
    {
        var found = await Data.QueryAsync<RecordRow, string>($"select {RecordStore.Columns}, data from toolkit_record where {condition} order by id", "data", parameters);
        var rows = found.Where(pair => catalog.Find(pair.First.Type) is not null).ToArray();
        var files = await FilesAsync([.. rows.Where(pair => catalog.Get(pair.First.Type).Fields.Any(field => field.Kind == FieldKind.File)).Select(pair => pair.First.Id)]);
        return [.. rows.Select(pair => new RecordView(pair.First, RecordJson.Read(catalog.Get(pair.First.Type), pair.Second, secrets), [.. files[pair.First.Id]]))];
    }

    private async Task<ILookup<long, RecordFile>> FilesAsync(IReadOnlyCollection<long> ids)
    {
        IReadOnlyList<FileRow> rows = ids.Count == 0 ? [] : await Data.QueryAsync<FileRow>(
            """
            select file.record_id, file.field, attachment.id as attachment_id, attachment.display_name as name, attachment.size
            from toolkit_record_file file
            join toolkit_attachment attachment on attachment.id = file.attachment_id
            where file.record_id in @ids
            order by attachment.id
            """,
            new { ids });
        return rows.ToLookup(row => row.RecordId, row => new RecordFile(row.Field, row.AttachmentId, row.Name, row.Size));
    }

    private sealed record SettingRow
    {
        public string SettingKey { get; init; } = "";

        public string Value { get; init; } = "";
    }

    private sealed record FileRow
    {
        public long RecordId { get; init; }

        public string Field { get; init; } = "";

        public long AttachmentId { get; init; }

        public string Name { get; init; } = "";

        public long Size { get; init; }
    }
}
