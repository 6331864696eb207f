using System.Data.Common;
using Dapper;
using Portal.Data;
using Portal.Testing;

namespace Portal.Benchmarks;

/// <summary>Applications of three years between 2,560 schools of 32 provinces, made inside the database. Of each hundred three are open.</summary>
internal static class TransferData
{
    private const long First = 1_000_000_000;

    public static async Task FillAsync(TestDatabase database, int count)
    {
        var isSqlite = database.Dialect == SqlDialect.Sqlite;
        await using var connection = await database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(isSqlite ? "pragma cache_size = -600000" : "set max_recursive_iterations = 100000000, sql_mode = concat(@@sql_mode, ',PIPES_AS_CONCAT')");
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var sql in Statements(isSqlite ? (minutes => $"strftime('%Y-%m-%d %H:%M:%S', @now, '-' || ({minutes}) || ' minutes')") : minutes => $"date_sub(@now, interval ({minutes}) minute)"))
            await connection.ExecuteAsync(new CommandDefinition(sql, new { count, First, now = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) }, transaction, commandTimeout: 3600));
        await transaction.CommitAsync();
    }

    private static IEnumerable<string> Statements(Func<string, string> ago)
    {
        yield return "create table bench_number (i integer not null primary key)";
        yield return "insert into bench_number with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < @count) select i from n";

        // School k stands in district k / 20 of province k / 80; the first district of 广东 is the demo's city bureau.
        yield return "create table bench_school (k integer not null primary key, unit_id bigint not null, district_id bigint not null, top_id bigint not null, province_id bigint not null)";
        yield return
            """
            insert into bench_school
            select i, @First + 10000 + i,
                   case when i / 20 = 72 then (select unit_id from registrytransfer_bureau where region_code = '449900') else @First + 1000 + i / 20 end,
                   case when i / 80 = 18 then (select unit_id from registrytransfer_bureau where region_code = '440000') else @First + i / 80 end,
                   i / 80 + 1
            from bench_number
            where i < 2560
            """.Replace("i / 80", Quotient("i", 80), StringComparison.Ordinal).Replace("i / 20", Quotient("i", 20), StringComparison.Ordinal);
        yield return
            """
            insert into organisation_unit (id, parent_id, name, kind, path, position, version)
            select distinct top_id, 1, '教育厅' || province_id, '省级教育行政部门', '/1/' || top_id || '/', 0, 1 from bench_school where top_id >= @First
            """;
        yield return
            """
            insert into organisation_unit (id, parent_id, name, kind, path, position, version)
            select distinct s.district_id, s.top_id, '教育局' || s.district_id, '区县教育局', o.path || s.district_id || '/', 0, 1
            from bench_school s
            join organisation_unit o on o.id = s.top_id
            where s.district_id >= @First
            """;
        yield return
            """
            insert into organisation_unit (id, parent_id, name, kind, path, position, version)
            select s.unit_id, s.district_id, '学校' || s.k, '中小学', o.path || s.unit_id || '/', 0, 1
            from bench_school s
            join organisation_unit o on o.id = s.district_id
            """;
        yield return
            """
            insert into registrytransfer_student (id, number, number_kind, name, name_key, gender, birth_date, id_type, id_card_masked, problem, version)
            select @First + i, 'L' || (100000000000000000 + i), 1, '学生' || i, '学生' || i, 1, '2015-01-01', 6, '', 0, 1 from bench_number
            """;
        yield return "insert into registrytransfer_student_number (number, student_id) select number, id from registrytransfer_student where id >= @First";
        yield return
            """
            create table bench_application (i integer not null primary key, status integer not null, from_k integer not null, to_k integer not null, age bigint not null)
            """;
        yield return
            """
            insert into bench_application
            select i, case when (i / 32) % 100 < 3 then case (i / 3200) % 4 when 0 then 0 when 1 then 1 when 2 then 3 else 4 end when (i / 32) % 20 = 5 then 11 when (i / 32) % 20 = 6 then 12 else 10 end,
                   ((i % 32 + 1 + (i / 32) % 31) % 32) * 80 + ((i / 32) * 13) % 80,
                   (i % 32) * 80 + ((i / 32) * 7919) % 80,
                   case when (i / 32) % 100 < 3 then (i * 37) % 43200 else 43200 + (i * 7919) % 1530000 end
            from bench_number
            """.Replace("i / 3200", Quotient("i", 3200), StringComparison.Ordinal).Replace("i / 32)", $"{Quotient("i", 32)})", StringComparison.Ordinal);
        yield return
            $"""
            insert into registrytransfer_application
                (id, number, kind, student_id, open_student_id, enrolment_id, review_id, status, student_name, student_no, id_card_masked,
                in_school_id, in_school_name, in_province_id, in_grade, in_class, out_school_id, out_school_name, out_province_id, out_grade, reached_out,
                reason_code, reason, check_text, step_label, waiting_unit_id, waiting_unit_name, due_at, idempotency_key, started_by, started_by_name, started_at, finished_at)
            select @First + a.i, 'KZ' || (@First + a.i), 0, @First + a.i, case when a.status < 5 then @First + a.i end, 1, @First + a.i, a.status,
                   '学生' || a.i, 'L' || (100000000000000000 + a.i), '',
                   t.unit_id, '学校' || t.k, t.province_id, 'P5', '', f.unit_id, '学校' || f.k, f.province_id, 'P5', case when a.status in (3, 4, 10, 11) then 1 else 0 end,
                   0, '随父母工作调动', '', '核办', {Waiting}, case when a.status < 5 then '单位' else '' end, case when a.status < 5 then {ago("a.age - 20160")} end,
                   'bench' || a.i, 1, '登记员', {ago("a.age")}, case when a.status > 9 then {ago("a.age - 14400")} end
            from bench_application a
            join bench_school f on f.k = a.from_k
            join bench_school t on t.k = a.to_k
            """;
        foreach (var unit in new[] { "t.unit_id", "t.district_id", "t.top_id", "f.unit_id", "f.district_id", "f.top_id" })
        {
            yield return
                $"""
                insert into registrytransfer_application_unit (unit_id, application_id, kind, is_open)
                select {unit}, @First + a.i, 0, case when a.status < 5 then 1 else 0 end
                from bench_application a
                join bench_school {unit[0]} on {unit[0]}.k = a.{(unit[0] == 't' ? "to_k" : "from_k")}
                order by 1, 2
                """;
        }

        yield return
            $"""
            insert into toolkit_review
                (id, route_key, subject_id, title, starter_unit_id, starter_name, started_at, state, round, step_keys, first_step_no, step_no, step_key,
                waiting_unit_id, waiting_permission, entered_at, due_at, hold_code, hold_text, version)
            select @First + a.i, 'registrytransfer.transfer', @First + a.i, '学生' || a.i, t.unit_id, '登记员', {ago("a.age")},
                   case when a.status < 5 then 'Active' else 'Passed' end, 1, 'in-school,in-bureau,out-school,out-bureau', 1,
                   case a.status when 0 then 1 when 1 then 2 when 3 then 3 else 4 end,
                   case a.status when 0 then 'in-school' when 1 then 'in-bureau' when 3 then 'out-school' else 'out-bureau' end,
                   {Waiting}, case when a.status in (0, 3) then 'transfer.review.school' when a.status in (1, 4) then 'transfer.review.bureau' else '' end,
                   case when a.status < 5 then {ago("a.age")} end, case when a.status < 5 then {ago("a.age - 20160")} end, '', '', 1
            from bench_application a
            join bench_school f on f.k = a.from_k
            join bench_school t on t.k = a.to_k
            """;
        yield return
            $"""
            insert into toolkit_review_step (review_id, round, step_no, step_key, entered_at, due_at, decision, opinion, actor_name, actor_role, acted_at, self_review, superseded)
            select @First + a.i, 1, s.i + 1, case s.i when 0 then 'in-school' when 1 then 'in-bureau' when 2 then 'out-school' else 'out-bureau' end,
                   {ago("a.age - s.i * 3600")}, {ago("a.age - s.i * 3600 - 20160")}, 'Pass', '同意', '核办员', '学籍管理员', {ago("a.age - s.i * 3600 - (a.i * 7 + s.i) % 3600")}, 0, 0
            from bench_application a
            join bench_number s on s.i < 4
            where a.status = 10
            order by 1, 3
            """;
        foreach (var table in new[] { "bench_number", "bench_application", "bench_school" })
            yield return $"drop table {table}";
    }

    private const string Waiting = "case a.status when 0 then t.unit_id when 1 then t.district_id when 3 then f.unit_id when 4 then f.district_id end";

    // Whole numbers on both databases.
    private static string Quotient(string value, int divisor) => $"(({value} - {value} % {divisor}) / {divisor})";
}
