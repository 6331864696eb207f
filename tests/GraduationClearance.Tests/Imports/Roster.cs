using Dapper;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Imports;

/// <summary>A roster of the size of a whole season, beside the fixture's students; each waits at step E4.</summary>
internal static class Roster
{
    private const long FirstId = 1_000_000_000;
    private const long FirstNo = 2030000000;

    public static async Task AddAsync(TestDatabase database, int count)
    {
        var scheme = await database.ScalarAsync<long>("select id from graduationclearance_scheme where name = '2020级研究生6月份'");
        var step = await database.ScalarAsync<long>("select id from graduationclearance_step where scheme_id = @scheme and code = 'E4'", new { scheme });
        var unit = await database.ScalarAsync<long>("select id from organisation_unit where name = '马克思主义学院'");
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var chunk in Enumerable.Range(0, count).Chunk(500))
        {
            await connection.ExecuteAsync(
                $"""
                insert into graduationclearance_student
                    (id, scheme_id, student_no, name, gender, id_card_masked, department_id, major, class_name, grade, student_category, education_level,
                     hukou_transfer, has_dormitory, dormitory, leave_type, status, removed_reason, version)
                values {string.Join(", ", chunk.Select(index => $"({FirstId + index}, {scheme}, '{FirstNo + index}', '学生{index}', '', '', {unit}, '', '', '', '', '', 0, 0, '', '毕业', 0, '', 1)"))}
                """,
                transaction: transaction);
            await connection.ExecuteAsync(
                $"""
                insert into graduationclearance_step_record (student_id, step_id, student_no, department_id, status, remark, decided_by_name, source, version)
                values {string.Join(", ", chunk.Select(index => $"({FirstId + index}, {step}, '{FirstNo + index}', {unit}, 0, '', '', 0, 1)"))}
                """,
                transaction: transaction);
        }

        await connection.ExecuteAsync("update graduationclearance_tally set total = total + @count where step_id = @step and department_id = @unit and status = 0", new { count, step, unit }, transaction);
        await transaction.CommitAsync();
    }

    /// <summary>A file that passes all of them.</summary>
    public static byte[] File(int count) => Files.Of([.. Enumerable.Range(0, count).Select(index => new object?[] { (double)(FirstNo + index), $"学生{index}", "通过", null })]);
}
