using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>A college acts for the students from abroad whom it teaches (Art. 8(7)), offices for all.</summary>
internal static class OwnStudents
{
    /// <summary>For types that refer to the student by the field <c>student</c>.</summary>
    public static RecordGuard Guard(string article) => new($"{RecordGuard.Save},{RecordGuard.Submit}", article, async context =>
        context.Actor.Is(Offices.College) && await context.LinkedAsync("student") is [var student] && student.Unit("collegeUnit") != context.Record.UnitId
            ? "只能办理本单位的留学生"
            : null);
}
