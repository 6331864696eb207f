namespace Portal.Organisation.Structure;

internal sealed class UnitRegistrar : IUnitRegistrar
{
    // As many as go into one statement without slowing the look-up of parameters.
    private const int Chunk = 500;

    public async Task<IReadOnlyList<long>> EnsureAsync(WriteTransaction transaction, IReadOnlyList<NewUnit> units)
    {
        await SnapshotStore.RaiseVersionAsync(transaction);
        var parents = await ParentsAsync(transaction, [.. units.Select(unit => unit.ParentId).Distinct()]);
        var ids = await KnownAsync(transaction, units);
        var rows = new List<object?[]>();
        foreach (var unit in units)
        {
            if (ids.ContainsKey((unit.ParentId, unit.Name)))
                continue;
            var parent = parents.GetValueOrDefault(unit.ParentId) ?? throw new ArgumentException($"There is no unit {unit.ParentId}.", nameof(units));
            var id = transaction.NextId();
            var path = $"{parent.Path}{id}/";
            if (path.Length > UnitPaths.Longest)
                throw new ArgumentException($"The tree is too deep for a unit below {unit.ParentId}.", nameof(units));
            ids[(unit.ParentId, unit.Name)] = id;
            rows.Add([id, unit.ParentId, unit.Name, unit.Kind, path, ++parent.LastPosition, 1]);
        }

        await transaction.InsertAsync("organisation_unit", ["id", "parent_id", "name", "kind", "path", "position", "version"], rows);
        return [.. units.Select(unit => ids[(unit.ParentId, unit.Name)])];
    }

    public async Task RenameAsync(WriteTransaction transaction, long id, string name)
    {
        await SnapshotStore.RaiseVersionAsync(transaction);
        await transaction.ExecuteAsync("update organisation_unit set name = @name, version = version + 1 where id = @id and name <> @name", new { id, name });
    }

    public async Task MoveAsync(WriteTransaction transaction, long id, long parentId)
    {
        await SnapshotStore.RaiseVersionAsync(transaction);
        const string PathOf = "select path from organisation_unit where id = @id";
        var from = await transaction.ScalarAsync<string>(PathOf, new { id });
        var parent = await transaction.ScalarAsync<string>(PathOf, new { id = parentId });
        if (from is null || parent is null || parent.StartsWith(from, StringComparison.Ordinal))
            throw new ArgumentException($"Unit {id} cannot be placed below {parentId}.", nameof(parentId));
        await transaction.ExecuteAsync("update organisation_unit set parent_id = @parentId, version = version + 1 where id = @id", new { id, parentId });
        await UnitPaths.MoveAsync(transaction, from, $"{parent}{id}/");
    }

    private static async Task<Dictionary<long, Place>> ParentsAsync(WriteTransaction transaction, long[] ids)
    {
        var found = new List<Place>();
        foreach (var chunk in ids.Chunk(Chunk))
        {
            found.AddRange(await transaction.QueryAsync<Place>(
                """
                select parent.id, parent.path, coalesce(max(child.position), 0) as last_position
                from organisation_unit parent
                left join organisation_unit child on child.parent_id = parent.id
                where parent.id in @chunk
                group by parent.id, parent.path
                """,
                new { chunk }));
        }

        return found.ToDictionary(place => place.Id);
    }

    private static async Task<Dictionary<(long ParentId, string Name), long>> KnownAsync(WriteTransaction transaction, IReadOnlyList<NewUnit> units)
    {
        var found = new List<Known>();
        foreach (var siblings in units.GroupBy(unit => unit.ParentId))
        {
            foreach (var names in siblings.Select(unit => unit.Name).Distinct().Chunk(Chunk))
            {
                found.AddRange(await transaction.QueryAsync<Known>(
                    "select id, parent_id, name from organisation_unit where parent_id = @parentId and name in @names", new { parentId = siblings.Key, names }));
            }
        }

        return found.ToDictionary(row => (row.ParentId, row.Name), row => row.Id);
    }

    private sealed record Place
    {
        public long Id { get; init; }

        public string Path { get; init; } = "";

        public int LastPosition { get; set; }
    }

    private sealed record Known
    {
        public long Id { get; init; }

        public long ParentId { get; init; }

        public string Name { get; init; } = "";
    }
}
