using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Certificates;

/// <summary>The certificate desk as a clerk uses it, and the shortest way to a student who has cleared.</summary>
internal static class CertificateDesk
{
    public const string Url = "/graduationclearance/certificates";

    /// <summary>Passes every step decided by an operator, as if all points had done it.</summary>
    public static async Task ClearAsync<TDialect>(this ClearanceFixture<TDialect> portal, string studentNo)
        where TDialect : ITestDialect
    {
        await portal.Database.ExecuteAsync(
            """
            update graduationclearance_step_record
            set status = 1
            where student_no = @studentNo and status = 0 and step_id in (select id from graduationclearance_step where scheme_id = @SchemeId and mode = 0)
            """,
            new { studentNo, portal.SchemeId });
        await portal.RecountAsync();
    }

    /// <summary>Brings the counters in line with records that a test changed past the module.</summary>
    public static async Task RecountAsync<TDialect>(this ClearanceFixture<TDialect> portal)
        where TDialect : ITestDialect
    {
        await portal.Database.ExecuteAsync("delete from graduationclearance_tally");
        await portal.Database.ExecuteAsync(
            """
            insert into graduationclearance_tally (step_id, department_id, status, total)
            select r.step_id, r.department_id, r.status, count(*)
            from graduationclearance_step_record r
            join graduationclearance_student s on s.id = r.student_id and s.status = 0
            group by r.step_id, r.department_id, r.status
            """);
    }

    public static async Task<PortalPage> OpenStudentAsync(this PortalClient client, string studentNo)
    {
        var page = await client.OpenAsync($"{Url}?q={studentNo}");
        Assert.Contains("/student/", page.Url.AbsolutePath);
        return page;
    }

    /// <summary>Opens the student and issues what the values say.</summary>
    public static async Task<PortalPage> IssueAsync(this PortalClient client, string studentNo, Dictionary<string, object?> values)
    {
        await client.OpenStudentAsync(studentNo);
        return await client.SubmitAsync("#issue-form", values);
    }

    public static Task<PortalPage> IssueDiplomaAsync(this PortalClient client, string studentNo, string serial) =>
        client.IssueAsync(studentNo, new() { ["kinds"] = "Diploma", ["serial-Diploma"] = serial });

    public static async Task<IReadOnlyList<CertificateRow>> CertificatesAsync<TDialect>(this ClearanceFixture<TDialect> portal, string studentNo)
        where TDialect : ITestDialect => await portal.Database.QueryAsync<CertificateRow>(
        """
        select c.id, c.kind, c.serial_no, c.receiver, c.delegate_id_secret, c.delegate_id_masked, c.void_mark, c.void_reason
        from graduationclearance_certificate c
        join graduationclearance_student s on s.id = c.student_id
        where s.student_no = @studentNo
        order by c.id
        """,
        new { studentNo });
}

/// <summary>A certificate as the tests look at it.</summary>
public sealed record CertificateRow
{
    public long Id { get; init; }

    public int Kind { get; init; }

    public string SerialNo { get; init; } = "";

    public int Receiver { get; init; }

    public string? DelegateIdSecret { get; init; }

    public string DelegateIdMasked { get; init; } = "";

    public long VoidMark { get; init; }

    public string VoidReason { get; init; } = "";
}
