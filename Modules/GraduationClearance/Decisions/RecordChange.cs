using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Decisions;

/// <summary>One record's change of status; exactly one log row is written for each.</summary>
internal sealed record RecordChange(long StudentId, long StepId, long DepartmentId, StepStatus From, StepStatus To, string RemarkFrom, string RemarkTo, string Reason = "");
