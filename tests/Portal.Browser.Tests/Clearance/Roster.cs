using Portal.Testing;

namespace Portal.Browser.Tests.Clearance;

/// <summary>Brings students into a state that would take many pages to reach.</summary>
internal static class Roster
{
    /// <summary>Passes the steps of a student that people decide.</summary>
    public static async Task PassAsync(TestDatabase database, string studentNo, bool all)
    {
        var changed = await database.ExecuteAsync(
            """
            update graduationclearance_step_record
            set status = 1, decided_at = '2026-06-01 02:00:00.000', decided_by_name = '演示'
            where status = 0
              and student_id = (select id from graduationclearance_student where student_no = @studentNo)
              and step_id in (select id from graduationclearance_step where mode = 0 and (@all = 1 or code not in ('E4', 'E5')))
            """,
            new { studentNo, all = all ? 1 : 0 });
        Assert.True(changed > 0, $"No step of {studentNo} was open.");
    }
}
