using System.Globalization;
using Dapper;
using Portal.Data;
using Portal.Testing;

namespace Portal.Benchmarks;

/// <summary>Records of one type, spread over the colleges of the demo, made inside the database.</summary>
internal static class RecordData
{
    private const long First = 2_000_000_000;

    public static async Task FillAsync(TestDatabase database, int count)
    {
        var isSqlite = database.Dialect == SqlDialect.Sqlite;
        await using var connection = await database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(isSqlite ? "pragma cache_size = -600000" : "set max_recursive_iterations = 100000000, sql_mode = concat(@@sql_mode, ',PIPES_AS_CONCAT')");
        var units = (await connection.QueryAsync<long>("select id from organisation_unit where kind = '学院' order by id")).ToArray();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var sql in Statements(units))
            await connection.ExecuteAsync(new CommandDefinition(sql, new { count, First, BenchType.Name, now = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) }, transaction, commandTimeout: 3600));
        await transaction.CommitAsync();
    }

    private static IEnumerable<string> Statements(long[] units)
    {
        yield return "create table bench_number (i integer not null primary key)";
        yield return "insert into bench_number with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < @count) select i from n";
        yield return
            $"""
            insert into toolkit_record
                (id, type, no, title, unit_id, head_id, head_name, owner_id, owner_name, person_id, kind, facet, state, level, secrecy, region, year, start_on, end_on, remarks,
                review_id, step_label, change_id, previous_id, version, created_at, updated_at, data)
            select @First + i, @Name, 'HY-' || (2015 + i % 12) || '-' || (100000 + i), '第' || i || '次职业教育国际研讨会与产教融合论坛',
                   case i % {units.Length} {string.Concat(units.Select((unit, index) => $"when {index} then {unit} "))} end,
                   null, '赵主任', 1, '王老师', null,
                   case i % 4 when 0 then 'conference' when 1 then 'competition' when 2 then 'exhibition' else 'talk' end, '',
                   case when i % 100 < 2 then 'draft' when i % 100 < 90 then 'closed' else 'active' end, 'college', 'internal', 'abroad', 2015 + i % 12, null, null, '', null, '', null, null,
                   1, @now, @now,
                   '{"{"}"kind":"conference","country":"VN","guests":' || (i % 300) || ',"agenda":"' || '第一天上午开幕式与主旨报告，下午分论坛讨论；第二天参观实训基地并签署合作备忘录。' || '"{"}"}'
            from bench_number
            """;
        yield return "insert into toolkit_record_unit (type, unit_id, record_id, role) select type, unit_id, id, 'own' from toolkit_record where type = @Name";
    }
}
