using Microsoft.AspNetCore.Http;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Rules;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Applications;

/// <summary>Guards G3 to G8 on what was read (domain §4.4), the hardest first.</summary>
internal sealed record Guards
{
    public required ApplicationKind Kind { get; init; }

    public required StudentFacts Student { get; init; }

    public required SchoolFacts School { get; init; }

    public required IReadOnlyList<BusinessWindow> Windows { get; init; }

    public required IReadOnlyList<TransferRule> Rules { get; init; }

    public required IReadOnlyList<GradeMapping> Mappings { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Whether both sides have a 学籍主管部门.</summary>
    public required bool HasBureaus { get; init; }

    /// <summary>What the applicant may choose as 转入年级.</summary>
    public IReadOnlyList<Grade> Grades => [.. GradeRule
        .Allowed(Kind, Student.Grade, Student.SchoolingSystem, School.SchoolingSystem, Mappings)
        .Where(grade => School.Stages.HasFlag(grade.Stage))];

    /// <param name="inGrade">Null before it is chosen.</param>
    /// <param name="reason">Null before it is chosen.</param>
    public IReadOnlyList<Finding> Check(string? inGrade, TransferReason? reason) =>
        [.. Facts(), .. inGrade is null ? [] : InGrade(inGrade), .. Rule(reason), .. Bureaus()];

    private IEnumerable<Finding> Facts()
    {
        if (Student.ProvinceId == School.ProvinceId)
            yield return new() { Code = "SAME_PROVINCE", Text = $"该生学籍在{Student.ProvinceName}，与本校同省。省内转学、升学请在本省学籍系统办理，不走跨省流程。" };
        (long Id, string Name)[] provinces = [(School.ProvinceId, School.ProvinceName), (Student.ProvinceId, Student.ProvinceName)];
        if (BusinessWindows.FindClosed(Windows, Kind, provinces, Student.Grade, Student.Grade.IsGraduating(Student.SchoolingSystem), Today) is { } closed)
            yield return new() { Code = "WINDOW_CLOSED", Text = closed, Status = StatusCodes.Status423Locked };
        if (Student.OpenApplicationId is not null)
            yield return new() { Code = "CHECK_2002", Text = CheckCodes.OpenBusinessText, Status = StatusCodes.Status409Conflict };
        if (Student.Problem != ProblemFlag.None)
            yield return new() { Code = "CHECK_2003", Text = CheckCodes.ProblemText(Student.Problem) };
        foreach (var finding in Kind == ApplicationKind.Transfer ? Transfer() : PostGraduation())
            yield return finding;
    }

    private IEnumerable<Finding> Transfer()
    {
        if (Student.Status != EnrolmentStatus.Regular || Student.ActiveStudentId is null)
            yield return new() { Code = "STATUS_NOT_ALLOWED", Text = $"该生学籍状态为“{Words.Of(Student.Status)}”，只有“正常在校”的学生可以跨省转学。请先由学籍所在学校办理复学等手续。" };
        if (Grades.Count == 0)
            yield return new() { Code = "GRADE_MISMATCH", Text = $"该生现在{Student.Grade.Label}，本校办学类型为{Words.Of(School.Stages)}，没有可以转入的年级。" };
    }

    private IEnumerable<Finding> PostGraduation()
    {
        var mayComplete = Rules.Any(rule => rule.RuleKey == TransferRule.CompletedAllowed && rule.ProvinceId is { } province && province == School.ProvinceId);
        var hasLeft = Student.Status == EnrolmentStatus.Graduated || (Student.Status == EnrolmentStatus.Completed && mayComplete);
        if (!GradeRule.IsJuniorGraduation(Student.Grade, Student.SchoolingSystem) || !hasLeft)
            yield return new() { Code = "NOT_JUNIOR_GRADUATE", Text = $"毕业后跨省就学仅限初中毕业后到外省就读高中的学生；该生学籍为{Student.Grade.Label}、“{Words.Of(Student.Status)}”。在读学生请用跨省转学申请。" };
        if (!School.Stages.HasFlag(Stages.SeniorHigh))
            yield return new() { Code = "NO_SENIOR_STAGE", Text = $"本校办学类型为{Words.Of(School.Stages)}，没有高中，不能办理毕业后跨省就学。" };
    }

    private IEnumerable<Finding> InGrade(string code)
    {
        if (Grades.Any(grade => grade.Code == code) || (Grades.Count == 0 && Kind == ApplicationKind.Transfer))
            yield break;
        var text = Kind == ApplicationKind.PostGraduation ? "初中毕业生只能转入高中一年级。"
            : Student.SchoolingSystem != School.SchoolingSystem ? $"转学不得变更就读年级：该生现在{Student.Grade.Label}（{Words.Of(Student.SchoolingSystem)}），本校为{Words.Of(School.SchoolingSystem)}，本省没有启用学制对应。"
            : $"转学不得变更就读年级：该生现在{Student.Grade.Label}。";
        yield return new() { Code = "GRADE_MISMATCH", Text = text, Field = "InGrade" };
    }

    private IEnumerable<Finding> Rule(TransferReason? reason) => TransferRules
        .Fitting(Rules, School.ProvinceId, Student.ProvinceId, Student.Grade, Student.SchoolingSystem, reason, Today)
        .Select(rule => new Finding
        {
            Code = $"RULE_{rule.RuleKey}",
            Text = $"{rule.Text}（{(rule.ProvinceId == ConfigScope.Nation ? "提示" : rule.Side == RuleSide.In ? School.ProvinceName : Student.ProvinceName)}，{rule.Source}）。",
            IsWarning = rule.Severity == RuleSeverity.Warn || rule.RuleKey == TransferRule.Notice,
            Field = rule.RuleKey == TransferRule.Reason ? "Reason" : "",
        });

    private IEnumerable<Finding> Bureaus()
    {
        if (!HasBureaus)
            yield return new() { Code = "NO_BUREAU", Text = "学校未配置学籍主管部门，申请无法送到教育局核办。请联系上级教育行政部门配置后再申请。" };
    }
}
