using System.Data.Common;
using Dapper;

namespace Portal.Benchmarks;

/// <summary>A student as the floors list him, with the one statement they need.</summary>
public sealed record BareRow
{
    public long Id { get; init; }

    public string StudentNo { get; init; } = "";

    public string Name { get; init; } = "";

    public string Gender { get; init; } = "";

    public string IdCardMasked { get; init; } = "";

    public string DepartmentName { get; init; } = "";

    public string Major { get; init; } = "";

    public string ClassName { get; init; } = "";

    public string StudentCategory { get; init; } = "";

    public string EducationLevel { get; init; } = "";

    public bool HukouTransfer { get; init; }

    public string Dormitory { get; init; } = "";

    internal IEnumerable<string> Cells =>
        [StudentNo, Name, Gender, IdCardMasked, DepartmentName, Major, ClassName, StudentCategory, EducationLevel, HukouTransfer ? "是" : "", Dormitory];

    internal static async Task<IEnumerable<BareRow>> ReadAsync(DbDataSource source, long schemeId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<BareRow>(new CommandDefinition(
            """
            select s.id, s.student_no, s.name, s.gender, s.id_card_masked, u.name as department_name, s.major, s.class_name,
                   s.student_category, s.education_level, s.hukou_transfer, s.dormitory
            from graduationclearance_student s
            join organisation_unit u on u.id = s.department_id
            where s.scheme_id = @schemeId and s.status = 0
            order by s.student_no
            limit 51
            """,
            new { schemeId },
            cancellationToken: cancellationToken));
        return rows.Take(50);
    }
}
