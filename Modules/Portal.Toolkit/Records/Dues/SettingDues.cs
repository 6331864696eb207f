namespace Portal.Toolkit.Records.Dues;

/// <summary>The open due dates that rest on a setting, counted by type.</summary>
internal sealed record SettingDues
{
    private SettingDues(IReadOnlyList<DueGroup> groups)
    {
        RestsOn = [.. groups.Select(group => group.RestsOn).Distinct()];
        Types = [.. groups.Select(group => group.Type).Distinct().Order(StringComparer.Ordinal)];
        Count = (int)groups.Sum(group => group.Count);
    }

    public IReadOnlyList<string> Types { get; }

    public int Count { get; }

    private IReadOnlyList<string> RestsOn { get; }

    /// <summary>Those of all settings of a book that any rest on, by key.</summary>
    public static async Task<IReadOnlyDictionary<string, SettingDues>> ListAsync(ReadSession session, RecordBook book)
    {
        var groups = await session.QueryAsync<DueGroup>(
            """
            select rests_on, type, count(*) as count
            from toolkit_record_due
            where is_open = 1
              and rests_on <> ''
              and type in @types
            group by rests_on, type
            """,
            new { types = book.Types.Where(type => type.Dues.Count > 0).Select(type => type.Key).DefaultIfEmpty("") });
        return book.Settings
            .Select(setting => (setting.Key, Groups: groups.Where(group => DueRow.Uses(group.RestsOn, setting.Key)).ToArray()))
            .Where(pair => pair.Groups.Length > 0)
            .ToDictionary(pair => pair.Key, pair => new SettingDues(pair.Groups), StringComparer.Ordinal);
    }

    /// <summary>Records of a type behind one of them, in the order of their ids.</summary>
    public Task<IReadOnlyList<long>> RecordsAsync(ReadSession session, string type, long after, int take) => session.QueryAsync<long>(
        """
        select distinct record_id
        from toolkit_record_due
        where is_open = 1
          and rests_on in @RestsOn
          and type = @type
          and record_id > @after
        order by record_id
        limit @take
        """,
        new { RestsOn, type, after, take });

    /// <summary>How many a revision that stands at this record has before it.</summary>
    public Task<int> RemainingAsync(ReadSession session, DueRevisionMark mark) => session.ScalarAsync<int>(
        """
        select count(*)
        from toolkit_record_due
        where is_open = 1
          and rests_on in @RestsOn
          and type in @Types
          and (type > @type or (type = @type and record_id > @after))
        """,
        new { RestsOn, Types, type = mark.ReviseType ?? "", after = mark.ReviseAfter ?? 0 });

    private sealed record DueGroup
    {
        public string RestsOn { get; init; } = "";

        public string Type { get; init; } = "";

        public long Count { get; init; }
    }
}
