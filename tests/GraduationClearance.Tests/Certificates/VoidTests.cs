using Portal.GraduationClearance.Tests.Students;
using Portal.GraduationClearance.Tests.Handling;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Certificates;

/// <summary>作废, issuing again, and what a certificate freezes (domain §4f, D9; invariants I6, I14).</summary>
public abstract class VoidTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private static readonly string[] _two = ["Diploma", "Degree"];

    [Fact]
    [Trait("Case", "clearance:D9")]
    public async Task Voiding_needs_a_reason_and_opens_the_step_again()
    {
        await portal.ClearAsync("2020010120");
        using var cert1 = await portal.SignInAsync("cert1");
        await cert1.IssueDiplomaAsync("2020010120", "BY-120");
        var form = $"#void-{(await portal.CertificatesAsync("2020010120"))[0].Id}";
        await cert1.OpenStudentAsync("2020010120");
        Assert.Contains("请填写作废原因", (await cert1.SubmitAsync(form, new { reason = " " })).Text);
        Assert.Equal(1, (await portal.RecordAsync("2020010120", "E8")).Status);

        var page = await cert1.SubmitAsync(form, new { reason = "姓名印错" });
        Assert.Contains("已作废 宋一鸣（2020010120）的发放记录：毕业证 BY-120", page.Text);
        Assert.Contains("姓名印错", page.TextOf("#certificate-list"));
        var voided = Assert.Single(await portal.CertificatesAsync("2020010120"));
        Assert.Equal((voided.Id, "姓名印错"), (voided.VoidMark, voided.VoidReason));
        Assert.Equal((0, 2L), ((await portal.RecordAsync("2020010120", "E8")).Status, await portal.CountLogsAsync("2020010120", "E8")));
        Assert.Equal(0, await portal.CountTallyFaultsAsync());
    }

    [Fact]
    public async Task After_voiding_the_same_kind_and_number_go_out_again()
    {
        await portal.ClearAsync("2020010121");
        using var cert1 = await portal.SignInAsync("cert1");
        for (var round = 0; round < 2; round++)
        {
            await cert1.IssueDiplomaAsync("2020010121", "BY-121");
            await VoidAsync(cert1, "2020010121", "重新登记");
        }

        await cert1.IssueDiplomaAsync("2020010121", "BY-121");
        Assert.Equal([false, false, true], (await portal.CertificatesAsync("2020010121")).Select(row => row.VoidMark == 0));
        Assert.Equal(1, (await portal.RecordAsync("2020010121", "E8")).Status);
        Assert.Equal(0, await portal.CountTallyFaultsAsync());
    }

    [Fact]
    public async Task The_step_stays_passed_while_another_certificate_is_valid()
    {
        await portal.ClearAsync("2020010122");
        using var cert1 = await portal.SignInAsync("cert1");
        await cert1.IssueAsync("2020010122", new() { ["kinds"] = _two, ["serial-Diploma"] = "BY-122", ["serial-Degree"] = "XW-122" });
        await VoidAsync(cert1, "2020010122", "破损");
        Assert.Equal(1, (await portal.RecordAsync("2020010122", "E8")).Status);
        await VoidAsync(cert1, "2020010122", "破损");
        Assert.Equal(0, (await portal.RecordAsync("2020010122", "E8")).Status);
    }

    [Fact]
    public async Task A_stale_page_voids_nothing()
    {
        await portal.ClearAsync("2020010123");
        using var cert1 = await portal.SignInAsync("cert1");
        await cert1.IssueDiplomaAsync("2020010123", "BY-123");
        var id = (await portal.CertificatesAsync("2020010123"))[0].Id;
        using var other = await portal.SignInAsync("cert1");
        await cert1.OpenStudentAsync("2020010123");
        await other.OpenStudentAsync("2020010123");
        Assert.Contains("刚刚被修改", (await cert1.SubmitAsync($"#void-{id}", new { reason = "错", version = "7" })).Text);
        await cert1.OpenStudentAsync("2020010123");
        await cert1.SubmitAsync($"#void-{id}", new { reason = "错" });
        Assert.Contains("该记录已由 苏雅 作废", (await other.SubmitAsync($"#void-{id}", new { reason = "也错" })).Text);
        Assert.Equal("错", (await portal.CertificatesAsync("2020010123"))[0].VoidReason);
    }

    [Fact]
    public async Task A_certificate_freezes_the_steps_before_it()
    {
        await portal.ClearAsync("2020010124");
        using var cert1 = await portal.SignInAsync("cert1");
        await cert1.IssueDiplomaAsync("2020010124", "BY-124");
        using var lib1 = await portal.SignInAsync("lib1");
        await lib1.OpenAsync($"/graduationclearance/students/details/{await portal.StudentIdAsync("2020010124")}");
        var revoke = $"#revoke-{await portal.StepIdAsync("E2")}";
        Assert.Contains("该生已发放证书（编号 BY-124），请先作废发放记录再撤销", (await lib1.SubmitAsync(revoke, new { reason = "还有一本书" })).TextOf("#problem"));
        Assert.Equal(1, (await portal.RecordAsync("2020010124", "E2")).Status);

        await VoidAsync(cert1, "2020010124", "图书馆发现未还书");
        await lib1.SubmitAsync(revoke, new { reason = "还有一本书" });
        Assert.Equal(0, (await portal.RecordAsync("2020010124", "E2")).Status);
        Assert.Contains("还有 1 个环节未办结", (await cert1.OpenStudentAsync("2020010124")).Text);
    }

    [Fact]
    public async Task A_certificate_freezes_what_was_not_needed_when_it_was_issued()
    {
        await portal.ClearAsync("2020010150");
        using var cert1 = await portal.SignInAsync("cert1");
        await cert1.IssueDiplomaAsync("2020010150", "BY-150");
        await portal.Database.ExecuteAsync(
            "update graduationclearance_step_record set status = 0 where student_no = '2020010150' and step_id = @step", new { step = await portal.StepIdAsync("E7") });
        using var security = await portal.SignInAsync("hukou1");
        var page = await security.DecideAsync("2020010150", "户口迁出", "fail", "未迁出");
        Assert.Contains("该生已发放证书，办理结果不能再改", page.Text);
        Assert.Equal(0, (await portal.RecordAsync("2020010150", "E7")).Status);
    }

    [Fact]
    public async Task A_closed_scheme_or_a_removed_student_takes_neither()
    {
        await portal.ClearAsync("2020010125");
        using var cert1 = await portal.SignInAsync("cert1");
        await cert1.IssueDiplomaAsync("2020010125", "BY-125");
        var id = (await portal.CertificatesAsync("2020010125"))[0].Id;
        await cert1.OpenStudentAsync("2020010125");
        await portal.Database.ExecuteAsync("update graduationclearance_student set status = 1, removed_reason = '延毕' where student_no = '2020010125'");
        Assert.Contains("该生已移出本方案（延毕）", (await cert1.SubmitAsync($"#void-{id}", new { reason = "错" })).Text);
        await portal.Database.ExecuteAsync("update graduationclearance_student set status = 0 where student_no = '2020010125'");
        await cert1.OpenStudentAsync("2020010125");
        await portal.Database.ExecuteAsync("update graduationclearance_scheme set status = 2 where id = @SchemeId", new { portal.SchemeId });
        Assert.Contains("已关闭，不能发放或作废证书", (await cert1.SubmitAsync($"#void-{id}", new { reason = "错" })).Text);
        await portal.Database.ExecuteAsync("update graduationclearance_scheme set status = 1 where id = @SchemeId", new { portal.SchemeId });
        Assert.Equal(0, (await portal.CertificatesAsync("2020010125"))[0].VoidMark);
    }

    [Fact]
    public async Task The_administrator_voids_and_the_register_keeps_both()
    {
        await portal.ClearAsync("2020010126");
        using var cert1 = await portal.SignInAsync("cert1");
        await cert1.IssueDiplomaAsync("2020010126", "BY-126");
        using var admin = await portal.SignInAsync("admin");
        await VoidAsync(admin, "2020010126", "登记错人");
        await cert1.IssueDiplomaAsync("2020010126", "BY-126b");
        var register = $"{CertificateDesk.Url}/register";
        Assert.Equal(["BY-126b", "BY-126"], (await cert1.OpenAsync($"{register}?q=2020010126")).Rows("#register").Select(row => row[4]));
        Assert.Equal("BY-126b", Assert.Single((await cert1.OpenAsync($"{register}?q=2020010126&valid=True")).Rows("#register"))[4]);
        Assert.Equal("BY-126", Assert.Single((await cert1.OpenAsync($"{register}?q=2020010126&valid=False")).Rows("#register"))[4]);
        Assert.Empty((await cert1.OpenAsync($"{register}?serial=%25")).Rows("#register"));
        Assert.Empty((await cert1.OpenAsync($"{register}?q=2020010126&kind=Degree")).Rows("#register"));
        await cert1.OpenAsync($"{register}?q=2020010126");
        var sheet = ExportedSheet.Read(await cert1.SubmitAsync("#export"));
        Assert.Equal([("BY-126b", "有效"), ("BY-126", "作废")], sheet.Skip(1).Select(row => ((string)row[7]!, (string)row[15]!)));
        Assert.Equal("BY-126b", Assert.Single((await cert1.OpenAsync($"{CertificateDesk.Url}/signsheet?q=2020010126")).Rows("#sign-sheet"))[4]);
    }

    [Fact]
    [Trait("Case", "clearance:I6")]
    public async Task The_way_of_leaving_stays_what_a_valid_certificate_says()
    {
        await portal.ClearAsync("2020010127");
        using var cert1 = await portal.SignInAsync("cert1");
        await cert1.IssueDiplomaAsync("2020010127", "BY-127");
        using var admin = await portal.SignInAsync("admin");
        Assert.Contains("已发放毕业证（编号 BY-127），与离校类型“结业”不符", (await EditAsync(admin, "2020010127", "Form.LeaveType", "结业")).Text);
        await VoidAsync(cert1, "2020010127", "改为结业");
        await EditAsync(admin, "2020010127", "Form.LeaveType", "结业");
        Assert.Equal("结业", await portal.Database.ScalarAsync<string>("select leave_type from graduationclearance_student where student_no = '2020010127'"));
    }

    [Fact]
    [Trait("Case", "clearance:4b")]
    public async Task What_changed_under_a_certificate_counts_once_it_is_void_and_what_was_set_by_hand_stays()
    {
        await portal.ClearAsync("2020010128");
        await portal.ClearAsync("2020010129");
        await portal.Database.ExecuteAsync(
            "update graduationclearance_step_record set source = 6 where student_no = '2020010129' and step_id = @step", new { step = await portal.StepIdAsync("E7") });
        using var cert1 = await portal.SignInAsync("cert1");
        using var admin = await portal.SignInAsync("admin");
        foreach (var studentNo in new[] { "2020010128", "2020010129" })
        {
            await cert1.IssueDiplomaAsync(studentNo, $"BY-{studentNo}");
            await EditAsync(admin, studentNo, "Form.HukouTransfer", "true");
            Assert.Equal(3, (await portal.RecordAsync(studentNo, "E7")).Status);
            await VoidAsync(cert1, studentNo, "户口要迁出");
        }

        Assert.Equal((0, 3), ((await portal.RecordAsync("2020010128", "E7")).Status, (await portal.RecordAsync("2020010129", "E7")).Status));
        Assert.Equal(1, await portal.CountLogsAsync("2020010128", "E7"));
        Assert.Equal(0, await portal.CountTallyFaultsAsync());
    }

    private async Task<PortalPage> EditAsync(PortalClient admin, string studentNo, string field, string value)
    {
        await admin.OpenAsync($"/graduationclearance/schemes/roster/edit?scheme={portal.SchemeId}&id={await portal.StudentIdAsync(studentNo)}");
        return await admin.SubmitAsync("main form[method=post]", new Dictionary<string, object?> { [field] = value });
    }

    private async Task VoidAsync(PortalClient client, string studentNo, string reason)
    {
        await client.OpenStudentAsync(studentNo);
        var id = (await portal.CertificatesAsync(studentNo)).First(row => row.VoidMark == 0).Id;
        (await client.SubmitAsync($"#void-{id}", new { reason })).Expect(200);
    }
}

public sealed class VoidOnSqlite(ClearanceFixture<Sqlite> portal) : VoidTests<Sqlite>(portal);

public sealed class VoidOnMariaDb(ClearanceFixture<MariaDb> portal) : VoidTests<MariaDb>(portal);
