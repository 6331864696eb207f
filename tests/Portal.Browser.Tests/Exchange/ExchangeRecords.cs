namespace Portal.Browser.Tests.Exchange;

/// <summary>Records that a journey begins with and whose own way another one shows.</summary>
internal static class ExchangeRecords
{
    private static long _last = 9_000_000_000;

    public static async Task PutAsync(ExchangePortal portal, string type, string no, string title, string state, string data)
    {
        var id = Interlocked.Increment(ref _last);
        var unitId = await portal.Database.ScalarAsync<long>("select id from organisation_unit where name = '工程学院'");
        await portal.Database.ExecuteAsync(
            """
            insert into toolkit_record (id, type, no, title, unit_id, head_name, owner_id, owner_name, kind, facet, state, level, secrecy, region, year, remarks, step_label, version,
                created_at, updated_at, data)
            values (@id, @type, @no, @title, @unitId, '', 1, '', '', '', @state, '', 'internal', 'abroad', 2026, '', '', 1, @at, @at, @data)
            """,
            new { id, type, no, title, unitId, state, data, at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc) });
        await portal.Database.ExecuteAsync("insert into toolkit_record_unit (type, unit_id, record_id, role) values (@type, @unitId, @id, 'own')", new { type, unitId, id });
    }
}
