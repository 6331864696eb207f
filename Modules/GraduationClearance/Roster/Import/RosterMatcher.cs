using Portal.GraduationClearance.Model;
using Portal.Toolkit.Imports;

namespace Portal.GraduationClearance.Roster.Import;

/// <summary>Compares rows of a file with the roster as it stands: new, changed, unchanged, or refused with the reason.</summary>
internal sealed class RosterMatcher(long schemeId, RosterMatch stored, RosterColumns columns, RosterCommands commands, ISecretText secrets, IUnitTree tree)
{
    public CheckedRow<PlannedFacts> Check(RosterLine line)
    {
        var student = stored.FindByStudentNo(line.StudentNo);
        if (student is { Status: RosterStatus.Removed })
            return Reject("学号", $"该生已移出本方案（{student.RemovedReason}），请先恢复");
        if (line.ExamNo is { } examNo && stored.TakesExamNo(examNo, student))
            return Reject("考生号", "考生号已属于本方案的其他学生");
        if (line.IdCardNo is { } number && stored.TakesIdCard(secrets.Hash(number), student))
            return Reject("身份证号", "身份证号已属于本方案的其他学生");
        var facts = Merge(line, student);
        return RosterChecks.FindFaults(facts.Student, tree).FirstOrDefault() is { Message: { } fault }
            ? Reject("", fault)
            : Compare(facts, student) with { Warning = line.Warning };
    }

    private CheckedRow<PlannedFacts> Compare(PlannedFacts facts, RosterRow? student)
    {
        if (student is null)
            return new() { Outcome = ImportOutcome.Addition, Action = facts };
        var planned = facts.ToRow(commands, schemeId, student);
        return planned.HasFactsOf(student)
            ? new() { Outcome = ImportOutcome.Unchanged }
            : new() { Outcome = ImportOutcome.Change, Action = facts, Message = RosterSummary.Differences(student, planned, tree) };
    }

    private PlannedFacts Merge(RosterLine line, RosterRow? student) => new()
    {
        StudentId = student?.Id,
        StudentVersion = student?.Version,
        KeepsIdCard = line.IdCardNo is null,
        Student = new RosterStudent
        {
            StudentNo = line.StudentNo,
            Name = line.Name,
            DepartmentId = line.DepartmentId,
            IdCardNo = line.IdCardNo,
            ExamNo = line.ExamNo ?? student?.ExamNo,
            Gender = (columns.Gender ? line.Gender : student?.Gender) ?? "",
            BirthDate = line.BirthDate ?? student?.BirthDate,
            Major = (columns.Major ? line.Major : student?.Major) ?? "",
            ClassName = (columns.ClassName ? line.ClassName : student?.ClassName) ?? "",
            Grade = (columns.Grade ? line.Grade : student?.Grade) ?? "",
            StudentCategory = (columns.StudentCategory ? line.StudentCategory : student?.StudentCategory) ?? "",
            EducationLevel = (columns.EducationLevel ? line.EducationLevel : student?.EducationLevel) ?? "",
            HukouTransfer = (columns.HukouTransfer ? line.HukouTransfer : student?.HukouTransfer) ?? false,
            Dormitory = (columns.Dormitory ? line.Dormitory : student?.Dormitory) ?? "",
            LeaveType = student?.LeaveType ?? "毕业",
        },
    };

    private static CheckedRow<PlannedFacts> Reject(string field, string message) => new() { Outcome = ImportOutcome.Rejected, Field = field, Message = message };
}
