using Portal.GraduationClearance.Tests.Students;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Certificates;

/// <summary>发放 (domain §4f, D9).</summary>
public abstract class IssueTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private static readonly string[] _three = ["Diploma", "Degree", "Materials"];

    [Fact]
    [Trait("Case", "clearance:D9")]
    public async Task While_a_step_is_open_nothing_is_issued_and_the_steps_are_listed()
    {
        await portal.ClearAsync("2020010110");
        await portal.Database.ExecuteAsync("update graduationclearance_step_record set status = 2, remark = '欠费' where student_no = '2020010110' and step_id = @step", new { step = await portal.StepIdAsync("E3") });
        await portal.Database.ExecuteAsync("update graduationclearance_step_record set status = 0 where student_no = '2020010110' and step_id = @step", new { step = await portal.StepIdAsync("E2") });
        await portal.RecountAsync();
        using var cert1 = await portal.SignInAsync("cert1");
        var page = await cert1.OpenStudentAsync("2020010110");
        Assert.Contains("还有 2 个环节未办结", page.Text);
        Assert.Equal([("图书馆", "未办理"), ("财务清算", "未通过")], page.Rows("#open-steps").Select(row => (row[0], row[1])));
        Assert.Null(page.TryFind("#issue-form"));

        var forced = await IssueByHandAsync(cert1, "2020010110", "110");
        Assert.Contains("该生还有 2 个环节未办结：图书馆、财务清算", forced.Text);
        Assert.Empty(await portal.CertificatesAsync("2020010110"));
    }

    [Fact]
    [Trait("Case", "clearance:D9")]
    public async Task After_the_last_step_several_kinds_go_out_in_one_go()
    {
        await portal.ClearAsync("2020010111");
        using var cert1 = await portal.SignInAsync("cert1");
        Assert.Equal("已办结", (await cert1.OpenStudentAsync("2020010111")).TextOf(".card .state"));
        var page = await cert1.IssueAsync("2020010111", new()
        {
            ["kinds"] = _three,
            ["serial-Diploma"] = "104911202605000111",
            ["serial-Degree"] = "1049132026000111",
        });
        Assert.Contains("已向 林思（2020010111）发放：毕业证 104911202605000111、学位证 1049132026000111、毕业材料 CL", page.Text);
        Assert.Equal([1, 2, 4], (await portal.CertificatesAsync("2020010111")).Select(row => row.Kind));
        var record = await portal.RecordAsync("2020010111", "E8");
        Assert.Equal((1, 5), (record.Status, record.Source));
        Assert.Contains("毕业证 104911202605000111", record.Remark);
        Assert.Equal(1, await portal.CountLogsAsync("2020010111", "E8"));
        Assert.Equal(0, await portal.CountTallyFaultsAsync());
        Assert.Equal("已领证", (await cert1.OpenStudentAsync("2020010111")).TextOf(".card .state"));
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit where action = '发放证书' and after_json like '%2020010111%'"));
    }

    [Fact]
    public async Task Materials_alone_are_no_certificate()
    {
        await portal.ClearAsync("2020010112");
        using var cert1 = await portal.SignInAsync("cert1");
        await cert1.IssueAsync("2020010112", new() { ["kinds"] = "Materials" });
        Assert.Equal(0, (await portal.RecordAsync("2020010112", "E8")).Status);
        Assert.Equal("已办结", (await cert1.OpenStudentAsync("2020010112")).TextOf(".card .state"));
    }

    [Theory]
    [Trait("Case", "clearance:D9")]
    [InlineData("", "13800000000", "110101199001010015", "代领人姓名")]
    [InlineData("王强", "", "110101199001010015", "代领人电话")]
    [InlineData("王强", "13800000000", "", "代领人身份证号")]
    [InlineData("王强", "abc", "110101199001010015", "不是有效的电话")]
    [InlineData("王强", "13800000000", "1101 01", "不是有效的证件号码")]
    public async Task A_delegate_needs_name_phone_and_number(string name, string phone, string idNo, string problem)
    {
        await portal.ClearAsync("2020010113");
        using var cert1 = await portal.SignInAsync("cert1");
        var page = await cert1.IssueAsync("2020010113", Delegate("DL-113", name, phone, idNo));
        Assert.Contains(problem, page.TextOf(".alert-danger"));
        Assert.Equal("DL-113", page.Find("#serial-Diploma").GetAttribute("value"));
        Assert.Empty(await portal.CertificatesAsync("2020010113"));
    }

    [Fact]
    [Trait("Case", "clearance:D9")]
    public async Task A_delegates_number_is_kept_encrypted_and_shown_masked()
    {
        await portal.ClearAsync("2020010114");
        using var cert1 = await portal.SignInAsync("cert1");
        await cert1.IssueAsync("2020010114", Delegate("DL-114", "王强", "138-0000-0000", "11010119900101001x"));
        var row = Assert.Single(await portal.CertificatesAsync("2020010114"));
        Assert.Equal((2, "110101********001X"), (row.Receiver, row.DelegateIdMasked));
        Assert.DoesNotContain("11010119900101001", row.DelegateIdSecret, StringComparison.OrdinalIgnoreCase);
        var page = await cert1.OpenStudentAsync("2020010114");
        Assert.Contains("代领：王强", page.Text);
        Assert.Contains("110101********001X", page.Text);
        Assert.DoesNotContain("11010119900101001X", page.Html);
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit where after_json like '%11010119900101001%'"));
    }

    [Fact]
    public async Task A_number_is_given_out_once_and_a_kind_once_per_student()
    {
        await portal.ClearAsync("2020010115");
        await portal.ClearAsync("2020010116");
        using var cert1 = await portal.SignInAsync("cert1");
        await cert1.IssueDiplomaAsync("2020010115", "BY-115");
        Assert.Contains("毕业证编号 BY-115 已发放给其他学生", (await cert1.IssueDiplomaAsync("2020010116", "BY-115")).Text);
        Assert.Empty(await portal.CertificatesAsync("2020010116"));

        Assert.Null((await cert1.OpenStudentAsync("2020010115")).TryFind("#serial-Diploma"));
        Assert.Contains("该生的毕业证已由 苏雅 于", (await IssueByHandAsync(cert1, "2020010115", "BY-115b")).Text);
        Assert.Single(await portal.CertificatesAsync("2020010115"));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_is_lost()
    {
        await portal.ClearAsync("2020010117");
        using var cert1 = await portal.SignInAsync("cert1");
        Assert.Contains("请选择要发放的证书或材料", (await cert1.IssueAsync("2020010117", new() { ["note"] = "手续齐全" })).Text);
        Assert.Equal("手续齐全", cert1.Page.Find("#note").GetAttribute("value"));
        Assert.Contains("填了学位证编号但没有勾选", (await cert1.IssueAsync("2020010117", new() { ["kinds"] = "Materials", ["serial-Degree"] = "XW-117" })).TextOf("#serial-Degree-error"));
        Assert.Contains("请填写毕业证编号", (await cert1.IssueDiplomaAsync("2020010117", "")).Text);
        Assert.Contains("领取日期不能晚于今天", (await cert1.IssueAsync("2020010117", new() { ["kinds"] = "Materials", ["issuedOn"] = "2099-01-01" })).Text);
        Assert.Empty(await portal.CertificatesAsync("2020010117"));
    }

    [Fact]
    public async Task The_kinds_fit_the_way_of_leaving()
    {
        await portal.ClearAsync("2020010118");
        await portal.Database.ExecuteAsync("update graduationclearance_student set leave_type = '结业' where student_no = '2020010118'");
        using var cert1 = await portal.SignInAsync("cert1");
        var page = await cert1.OpenStudentAsync("2020010118");
        Assert.NotNull(page.TryFind("#serial-Completion"));
        Assert.Null(page.TryFind("#serial-Diploma"));
        Assert.Contains("该生离校类型为结业，不能发放毕业证", (await IssueByHandAsync(cert1, "2020010118", "BY-118")).Text);
    }

    [Fact]
    public async Task Students_of_others_are_not_found_and_rights_are_asked_for()
    {
        var foreign = await portal.StudentIdAsync("2020020201");
        using var cert1 = await portal.SignInAsync("cert1");
        Assert.Contains("未找到该学生", (await cert1.OpenAsync($"{CertificateDesk.Url}?q=2020020201")).Text);
        (await cert1.GetAsync($"{CertificateDesk.Url}/student/{foreign}")).Expect(404);
        await cert1.OpenAsync(CertificateDesk.Url);
        await cert1.PostWithTokenAsync($"{CertificateDesk.Url}/student/{foreign}?handler=Issue", ("kinds", "Materials"));
        cert1.Page.Expect(404);

        foreach (var account in new[] { "op1", "leader1", "2020010101" })
        {
            using var other = await portal.SignInAsync(account);
            (await other.GetAsync(CertificateDesk.Url)).Expect(403);
        }

        await portal.ClearAsync("2020010119");
        using var admin = await portal.SignInAsync("admin");
        Assert.Null((await admin.OpenStudentAsync("2020010119")).TryFind("#issue-form"));
        (await IssueByHandAsync(admin, "2020010119", "BY-119")).Expect(403);
        using var stranger = portal.Browse();
        Assert.NotNull((await stranger.GetAsync(CertificateDesk.Url)).TryFind("input[type=password]"));
    }

    [Fact]
    public async Task A_name_with_several_hits_is_listed_and_one_hit_opens()
    {
        using var cert1 = await portal.SignInAsync("cert1");
        Assert.Equal(["2020010106", "2020010112"], (await cert1.OpenAsync($"{CertificateDesk.Url}?q=周思")).Rows("#hits").Select(row => row[0]));
        Assert.Contains("张思", (await cert1.OpenStudentAsync("张思")).TextOf("h1"));
        Assert.Contains("未找到", (await cert1.OpenAsync($"{CertificateDesk.Url}?q=%25")).Text);
    }

    private static Dictionary<string, object?> Delegate(string serial, string name, string phone, string idNo) => new()
    {
        ["kinds"] = "Diploma",
        ["serial-Diploma"] = serial,
        ["receiver"] = "Delegate",
        ["delegateName"] = name,
        ["delegatePhone"] = phone,
        ["delegateIdNo"] = idNo,
    };

    private async Task<PortalPage> IssueByHandAsync(PortalClient client, string studentNo, string serial) => await client.PostWithTokenAsync(
        $"{CertificateDesk.Url}/student/{await portal.StudentIdAsync(studentNo)}?handler=Issue", ("kinds", "Diploma"), ("serial-Diploma", serial), ("receiver", "Student"));
}

public sealed class IssueOnSqlite(ClearanceFixture<Sqlite> portal) : IssueTests<Sqlite>(portal);

public sealed class IssueOnMariaDb(ClearanceFixture<MariaDb> portal) : IssueTests<MariaDb>(portal);
