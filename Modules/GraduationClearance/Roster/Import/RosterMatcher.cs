using Portal.GraduationClearance.Model;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Roster.Import;

/// <summary>Compares the rows of a file with the roster as it stands: new, changed, unchanged, or refused with the reason.</summary>
internal sealed class RosterMatcher
{
    private readonly RosterColumns _columns;
    private readonly ISecretText _secrets;
    private readonly RosterCommands _commands;
    private readonly IUnitTree _tree;
    private readonly long _schemeId;
    private readonly Dictionary<string, RosterRow> _byStudentNo;
    private readonly Dictionary<string, string> _byExamNo;
    private readonly Dictionary<string, string> _byIdCard;

    public RosterMatcher(long schemeId, IReadOnlyCollection<RosterRow> roster, RosterColumns columns, RosterCommands commands, ISecretText secrets, IUnitTree tree)
    {
        (_schemeId, _columns, _commands, _secrets, _tree) = (schemeId, columns, commands, secrets, tree);
        _byStudentNo = roster.ToDictionary(row => row.StudentNo);
        _byExamNo = roster.Where(row => row.ExamNo is not null).ToDictionary(row => row.ExamNo!, row => row.StudentNo);
        _byIdCard = roster.Where(row => row.IdCardHash is not null).ToDictionary(row => row.IdCardHash!, row => row.StudentNo);
    }

    public RosterImportRow Check(ImportRow<RosterLine> row, Cell studentNo, Cell name)
    {
        var checkedRow = new RosterImportRow { RowNo = row.RowNumber, StudentNo = Cut(studentNo.Text, 32), Name = Cut(name.Text, 100) };
        if (row.Value is not { } line)
            return Reject(checkedRow, row, row.Errors[0].Column, string.Join("；", row.Errors.Select(error => error.Message)));
        var stored = _byStudentNo.GetValueOrDefault(line.StudentNo);
        if (stored is { Status: RosterStatus.Removed })
            return Reject(checkedRow, row, "学号", $"该生已移出本方案（{stored.RemovedReason}），请先恢复");
        if (line.ExamNo is { } examNo && _byExamNo.TryGetValue(examNo, out var owner) && owner != line.StudentNo)
            return Reject(checkedRow, row, "考生号", "考生号已属于本方案的其他学生");
        if (line.IdCardNo is { } number && _byIdCard.TryGetValue(_secrets.Hash(number), out owner) && owner != line.StudentNo)
            return Reject(checkedRow, row, "身份证号", "身份证号已属于本方案的其他学生");
        var facts = Merge(row, line, stored);
        if (RosterChecks.FindFaults(facts.Student!, _tree).FirstOrDefault() is { Message: { } fault })
            return Reject(checkedRow, row, "", fault);
        return Compare(checkedRow with { StudentNo = line.StudentNo, Name = line.Name, Warning = line.Warning }, facts, stored);
    }

    private RosterImportRow Compare(RosterImportRow row, PlannedFacts facts, RosterRow? stored)
    {
        if (stored is null)
            return row with { Outcome = RosterOutcome.Addition, Secret = facts.Encrypt(_secrets) };
        row = row with { StudentId = stored.Id, StudentVersion = stored.Version };
        var planned = facts.ToRow(_commands, _schemeId, stored);
        return planned.HasFactsOf(stored)
            ? row with { Outcome = RosterOutcome.Unchanged }
            : row with { Outcome = RosterOutcome.Change, Secret = facts.Encrypt(_secrets), Message = Cut(RosterSummary.Differences(stored, planned, _tree), 500) };
    }

    private PlannedFacts Merge(ImportRow<RosterLine> row, RosterLine line, RosterRow? stored) => new()
    {
        Cells = Encode(row),
        KeepsIdCard = line.IdCardNo is null,
        Student = new RosterStudent
        {
            StudentNo = line.StudentNo,
            Name = line.Name,
            DepartmentId = line.DepartmentId,
            IdCardNo = line.IdCardNo,
            ExamNo = line.ExamNo ?? stored?.ExamNo,
            Gender = (_columns.Gender ? line.Gender : stored?.Gender) ?? "",
            BirthDate = line.BirthDate ?? stored?.BirthDate,
            Major = (_columns.Major ? line.Major : stored?.Major) ?? "",
            ClassName = (_columns.ClassName ? line.ClassName : stored?.ClassName) ?? "",
            Grade = (_columns.Grade ? line.Grade : stored?.Grade) ?? "",
            StudentCategory = (_columns.StudentCategory ? line.StudentCategory : stored?.StudentCategory) ?? "",
            EducationLevel = (_columns.EducationLevel ? line.EducationLevel : stored?.EducationLevel) ?? "",
            HukouTransfer = (_columns.HukouTransfer ? line.HukouTransfer : stored?.HukouTransfer) ?? false,
            Dormitory = (_columns.Dormitory ? line.Dormitory : stored?.Dormitory) ?? "",
            LeaveType = stored?.LeaveType ?? "毕业",
        },
    };

    private RosterImportRow Reject(RosterImportRow row, ImportRow<RosterLine> raw, string field, string message) => row with
    {
        Outcome = RosterOutcome.Rejected,
        Field = field,
        Message = Cut(message, 500),
        Secret = new PlannedFacts { Cells = Encode(raw) }.Encrypt(_secrets),
    };

    private static string[] Encode(ImportRow<RosterLine> row) => [.. row.Cells.Select(cell => cell.Encode())];

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
