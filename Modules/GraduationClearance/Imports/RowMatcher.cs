using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Imports;

/// <summary>Checks rows against roster and records, some thousand at once: R07 to R12 in the order of the domain's §4e.</summary>
internal sealed class RowMatcher(DecisionPlan plan, ImportResult<DecisionLine> file, ImportBatch import, OperatorStep step, ISecretText secrets, LocalTime time)
{
    public async Task<IReadOnlyList<CheckedRow>> CheckAsync(WriteTransaction transaction, IReadOnlyList<ImportRow<DecisionLine>> rows)
    {
        var students = await FindStudentsAsync(transaction, rows.Where(row => row.IsValid).Select(row => row.Value!.Key));
        var records = await RecordReader.ReadAsync(transaction, step.Id, students.Values.Select(student => student.Id).Order());
        var rules = await transaction.FirstOrDefaultAsync<StepRules>(
            "select id, name, is_final, remark_required_on_fail from graduationclearance_step where id = @Id", new { step.Id })
            ?? throw new RefusedException(StepRules.Deleted);
        var blockers = await RecordReader.FindBlockersAsync(transaction, rules, import.SchemeId, records.Keys.Order());
        return [.. rows.Select(row => Check(row, students, records, rules, blockers))];
    }

    private CheckedRow Check(
        ImportRow<DecisionLine> row, Dictionary<string, StudentMatch> students, Dictionary<long, RecordState> records, StepRules rules, Dictionary<long, string> blockers)
    {
        var raw = new RawRow(file.Raw(row, plan.Key), row.Cells);
        if (row.Value is not { } line)
        {
            var (code, error) = RowCode.First(row.Errors);
            var rejected = new CheckedRow { RowNo = row.RowNumber, Raw = raw, Name = Cut(file.Raw(row, plan.NameColumn).Text), IsCleaned = row.IsCleaned };
            return Reject(rejected, code, error.Column, code is RowCode.Blank or RowCode.SpecialCharacters ? $"第{row.RowNumber}行 {error.Message}" : error.Message);
        }

        var result = new CheckedRow { RowNo = row.RowNumber, Raw = raw, Name = line.Name, IsPass = line.IsPass, Remark = line.Remark, IsCleaned = row.IsCleaned };
        if (!students.TryGetValue(line.Key, out var student))
            return Reject(result, RowCode.Unknown, plan.Key.Label, $"{plan.Key.Label}不存在或不在本方案");
        if (!step.Reach.Contains(student.DepartmentId))
            return Reject(result, RowCode.OutOfReach, plan.Key.Label, BatchCommands.OutOfReach);
        if (CellText.Clean(student.Name) != CellText.Clean(line.Name))
            return Reject(result, RowCode.OtherName, plan.NameColumn.Label, "姓名不符");
        result = result with { StudentId = student.Id };
        return records.TryGetValue(student.Id, out var record)
            ? Judge(result, record, rules, blockers.GetValueOrDefault(student.Id))
            : Reject(result, RowCode.NotInTurn, plan.Key.Label, "该生在本环节没有办理记录，请联系管理员初始化离校数据");
    }

    private CheckedRow Judge(CheckedRow row, RecordState record, StepRules rules, string? blocker)
    {
        row = row with { RecordVersion = record.Version };
        var (outcome, message) = DecisionRules.Judge(record, new DecisionTarget(record.StudentId, null, row.IsPass!.Value, row.Remark), rules, blocker, time);
        if (outcome == DecisionOutcome.Handled)
            return row with { Outcome = RowOutcome.Importable };
        if (outcome == DecisionOutcome.Unchanged)
            return row with { Outcome = RowOutcome.Unchanged, Message = message };
        if (record.RosterStatus == RosterStatus.Removed)
            return Reject(row, RowCode.Removed, plan.Key.Label, message);
        return record.Status switch
        {
            StepStatus.NotRequired => Reject(row, RowCode.NotInTurn, plan.Key.Label, message),
            StepStatus.Passed => Reject(row, RowCode.AlreadyPassed, DecisionPlan.ResultHeader, message),
            _ when row.IsPass!.Value => Reject(row, RowCode.NotInTurn, DecisionPlan.ResultHeader, $"前置环节未通过，请按环节顺序导入（{blocker}）"),
            _ => Reject(row, RowCode.RemarkMissing, "备注", message),
        };
    }

    private async Task<Dictionary<string, StudentMatch>> FindStudentsAsync(WriteTransaction transaction, IEnumerable<string> keys)
    {
        var (column, stored) = plan.MatchBy == MatchBy.IdCard
            ? ("id_card_hash", keys.ToDictionary(secrets.Hash))
            : ("student_no", keys.ToDictionary(key => key));
        var students = new Dictionary<string, StudentMatch>();
        foreach (var chunk in stored.Keys.Order(StringComparer.Ordinal).Chunk(500))
        {
            var found = await transaction.QueryAsync<StudentMatch>(
                $"""
                select id, {column} as match_key, name, department_id
                from graduationclearance_student
                where scheme_id = @SchemeId
                  and {column} in @chunk
                """,
                new { import.SchemeId, chunk });
            foreach (var student in found)
                students.Add(stored[student.MatchKey], student);
        }

        return students;
    }

    private static CheckedRow Reject(CheckedRow row, string code, string field, string message) =>
        row with { Outcome = RowOutcome.Rejected, Code = code, Field = field, Message = message };

    private static string Cut(string text) => text.Length > 100 ? text[..100] : text;

    private sealed record StudentMatch
    {
        public long Id { get; init; }

        public string MatchKey { get; init; } = "";

        public string Name { get; init; } = "";

        public long DepartmentId { get; init; }
    }
}
