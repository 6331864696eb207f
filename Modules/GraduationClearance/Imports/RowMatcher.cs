using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Imports;

/// <summary>Checks rows against roster and records, some hundred at once: R07 to R12 in the order of the domain's §4e.</summary>
internal sealed class RowMatcher(DecisionChoice choice, OperatorStep step, ISecretText secrets, LocalTime time)
{
    // SQLite looks parameters up one by one for each of them.
    private const int ChunkSize = 100;

    private readonly string _key = new DecisionPlan(choice.MatchBy).Key.Label;

    public async Task<IReadOnlyList<CheckedRow<DecisionTarget>>> CheckAsync(WriteTransaction transaction, IReadOnlyList<DecisionLine> lines)
    {
        var students = await FindStudentsAsync(transaction, lines.Select(line => line.Key));
        var records = await RecordReader.ReadAsync(transaction, step.Id, students.Values.Select(student => student.Id).Order());
        var rules = await transaction.FirstOrDefaultAsync<StepRules>(
            "select id, name, is_final, remark_required_on_fail from graduationclearance_step where id = @Id", new { step.Id })
            ?? throw new RefusedException(StepRules.Deleted);
        var blockers = await RecordReader.FindBlockersAsync(transaction, rules, choice.SchemeId, records.Keys.Order());
        return [.. lines.Select(line => Check(line, students, records, rules, blockers))];
    }

    private CheckedRow<DecisionTarget> Check(
        DecisionLine line, Dictionary<string, StudentMatch> students, Dictionary<long, RecordState> records, StepRules rules, Dictionary<long, string> blockers)
    {
        if (!students.TryGetValue(line.Key, out var student))
            return Reject(RowCode.Unknown, _key, $"{_key}不存在或不在本方案");
        if (!step.Reach.Contains(student.DepartmentId))
            return Reject(RowCode.OutOfReach, _key, BatchCommands.OutOfReach);
        if (CellText.Clean(student.Name) != CellText.Clean(line.Name))
            return Reject(RowCode.OtherName, "姓名", "姓名不符");
        return records.TryGetValue(student.Id, out var record)
            ? Judge(line, record, rules, blockers.GetValueOrDefault(student.Id))
            : Reject(RowCode.NotInTurn, _key, "该生在本环节没有办理记录，请联系管理员初始化离校数据");
    }

    private CheckedRow<DecisionTarget> Judge(DecisionLine line, RecordState record, StepRules rules, string? blocker)
    {
        var (outcome, message) = DecisionRules.Judge(record, new DecisionTarget(record.StudentId, null, line.IsPass, line.Remark), rules, blocker, time);
        if (outcome == DecisionOutcome.Handled)
            return new() { Outcome = ImportOutcome.Change, Action = new DecisionTarget(record.StudentId, record.Version, line.IsPass, line.Remark) };
        if (outcome == DecisionOutcome.Unchanged)
            return new() { Outcome = ImportOutcome.Unchanged };
        if (record.RosterStatus == RosterStatus.Removed)
            return Reject(RowCode.Removed, _key, message);
        return record.Status switch
        {
            StepStatus.NotRequired => Reject(RowCode.NotInTurn, _key, message),
            StepStatus.Passed => Reject(RowCode.AlreadyPassed, DecisionPlan.ResultHeader, message),
            _ when line.IsPass => Reject(RowCode.NotInTurn, DecisionPlan.ResultHeader, $"前置环节未通过，请按环节顺序导入（{blocker}）"),
            _ => Reject(RowCode.RemarkMissing, "备注", message),
        };
    }

    private async Task<Dictionary<string, StudentMatch>> FindStudentsAsync(WriteTransaction transaction, IEnumerable<string> keys)
    {
        var (column, stored) = choice.MatchBy == MatchBy.IdCard
            ? ("id_card_hash", keys.ToDictionary(secrets.Hash))
            : ("student_no", keys.ToDictionary(key => key));
        var students = new Dictionary<string, StudentMatch>();
        foreach (var chunk in stored.Keys.Order(StringComparer.Ordinal).Chunk(ChunkSize))
        {
            var found = await transaction.QueryAsync<StudentMatch>(
                $"""
                select id, {column} as match_key, name, department_id
                from graduationclearance_student
                where scheme_id = @SchemeId
                  and {column} in @chunk
                """,
                new { choice.SchemeId, chunk });
            foreach (var student in found)
                students.Add(stored[student.MatchKey], student);
        }

        return students;
    }

    private static CheckedRow<DecisionTarget> Reject(string code, string field, string message) =>
        new() { Outcome = ImportOutcome.Rejected, Code = code, Field = field, Message = message };

    private sealed record StudentMatch
    {
        public long Id { get; init; }

        public string MatchKey { get; init; } = "";

        public string Name { get; init; } = "";

        public long DepartmentId { get; init; }
    }
}
