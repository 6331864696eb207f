namespace Portal.RegistryTransfer.Students;

/// <summary>Tells a refused unique index in words that reveal nothing of another school's students.</summary>
internal static class StudentGuard
{
    public const string NumberTaken = "这个全国学籍号已有学生使用，不能重复建籍。请核对号码；转入的学生请走跨省转学。";

    public const string IdTaken = "这个身份证件号已登记在另一名学生名下。请核对；确属重复的，由主管教育局按问题学籍处理。";

    public static async Task<long> RunAsync(Func<Task<long>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            var isId = exception.ToString().Contains("claim", StringComparison.Ordinal);
            throw new RefusedException(isId ? IdTaken : NumberTaken, isId ? nameof(StudentDraft.IdNumber) : nameof(StudentDraft.Number));
        }
    }
}
