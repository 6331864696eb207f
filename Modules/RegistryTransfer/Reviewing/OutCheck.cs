using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;
using Portal.RegistryTransfer.Rules;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Reviewing;

/// <summary>转出校验 2001/2002/2003 before the sending side is asked, and again by 重新校验.</summary>
internal static class OutCheck
{
    public static async Task<ReviewHold?> FindAsync(WriteTransaction transaction, StartedApplication application)
    {
        var data = ReadSession.Of(transaction);
        if (await StudentData.FindAsync(data, application.StudentId) is not { } student)
            return Mismatch("学籍已不存在");
        if (student.EnrolmentId != application.EnrolmentId || student.SchoolId != application.OutSchoolId)
            return Mismatch("学生的学籍已不在原学校");
        if (student.NameKey != StudentName.Key(application.StudentName))
            return Mismatch("学生姓名已变更");
        if (student.Problem != ProblemFlag.None)
            return new(CheckCodes.ProblemRecord, CheckCodes.HeldText(student.Problem));
        if (student.OpenApplicationId is { } open && open != application.Id)
            return new(CheckCodes.OpenBusiness, CheckCodes.OpenBusinessText);
        if (application.Kind == ApplicationKind.Transfer ? student.Status != EnrolmentStatus.Regular : student.Status is not (EnrolmentStatus.Graduated or EnrolmentStatus.Completed))
            return new(CheckCodes.OpenBusiness, CheckCodes.HeldText(student.Status));
        return await IsGradeAllowedAsync(data, application, student) ? null : Mismatch($"学生现在{student.Grade.Label}，与申请的转入年级不符");
    }

    private static async Task<bool> IsGradeAllowedAsync(ReadSession data, StartedApplication application, StudentFacts student)
    {
        var system = await data.ScalarAsync<SchoolingSystem>("select schooling_system from registrytransfer_school where unit_id = @InSchoolId", application);
        var mappings = await RuleData.MappingsAsync(data, application.InProvinceId);
        return GradeRule.Allowed(application.Kind, student.Grade, student.SchoolingSystem, system, mappings).Any(grade => grade.Code == application.InGrade);
    }

    private static ReviewHold Mismatch(string what) => new(CheckCodes.Mismatch, CheckCodes.MismatchText(what));
}
