using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Demo;

/// <summary>Makes the other colleges look like the middle of the season; 马克思主义学院 stays untouched for the fixture.</summary>
internal sealed class DemoProgress(IWriteTransactions transactions, IAuditLog audit, RecordWriter writer)
{
    private static readonly Dictionary<string, int> _percentDone = new() { ["E1"] = 92, ["E2"] = 78, ["E3"] = 61, ["E4"] = 70, ["E5"] = 45, ["E6"] = 35, ["E7"] = 55 };

    public async Task CreateAsync(long schemeId, long untouchedDepartmentId, DbDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var records = (await connection.QueryAsync<PendingRecord>(new CommandDefinition(
            """
            select r.student_id, r.step_id, r.department_id, t.code
            from graduationclearance_step_record r
            join graduationclearance_step t on t.id = r.step_id
            where t.scheme_id = @schemeId and r.status = @pending and r.department_id <> @untouchedDepartmentId and r.student_no <> '2020020201'
            order by r.student_id, r.step_id
            """,
            new { schemeId, untouchedDepartmentId, pending = (int)StepStatus.Pending },
            cancellationToken: cancellationToken))).AsList();
        var changes = records.Select(Change).OfType<RecordChange>().ToArray();
        foreach (var chunk in changes.Chunk(2000))
        {
            await transactions.RunAsync(chunk.Length, async transaction =>
            {
                await writer.ApplyAsync(transaction, chunk, DecisionSource.Batch);
                await audit.WriteAsync(transaction, new AuditEntry { Module = "GraduationClearance", Action = "生成演示数据", Subject = $"scheme:{schemeId}", After = new { 办理 = chunk.Length } });
            }, cancellationToken);
        }
    }

    private static RecordChange? Change(PendingRecord record)
    {
        // The registration form follows the training unit's decision, so both throw the same dice.
        var dice = (int)(((record.StudentId * 31) + ((record.Code == "E5" ? '4' : record.Code[1]) * 17)) % 100);
        if (!_percentDone.TryGetValue(record.Code, out var percent) || dice >= percent)
            return null;
        if (record.Code == "E5" && dice % 25 == 24)
            return null;
        var (to, remark) = dice % 25 == 24 ? (StepStatus.Failed, "材料不全，请补交后再来办理") : (StepStatus.Passed, "");
        return new RecordChange(record.StudentId, record.StepId, record.DepartmentId, StepStatus.Pending, to, "", remark);
    }

    private sealed record PendingRecord
    {
        public long StudentId { get; init; }

        public long StepId { get; init; }

        public long DepartmentId { get; init; }

        public string Code { get; init; } = "";
    }
}
