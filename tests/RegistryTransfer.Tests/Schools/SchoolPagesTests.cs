using System.Net;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Schools;

public sealed class SqliteSchoolPagesTests(TransferFixture<Sqlite> portal) : SchoolPagesTests<Sqlite>(portal);

public sealed class MariaDbSchoolPagesTests(TransferFixture<MariaDb> portal) : SchoolPagesTests<MariaDb>(portal);

public abstract class SchoolPagesTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_bureau_lists_the_schools_of_its_own_region_only()
    {
        using var district = await portal.SignInAsync("u119901");
        var page = await district.OpenAsync("/registrytransfer/schools");
        Assert.Contains("北京市示例区小学", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("示例市实验学校", page.Text, StringComparison.Ordinal);
        (await district.OpenAsync("/registrytransfer/schools?q=高中&level=District&stage=SeniorHigh&status=Open")).Find("a[data-row-link]");
        (await district.GetAsync($"/registrytransfer/schools/edit?id={await portal.SchoolIdAsync("2144990001")}")).Expect(HttpStatusCode.NotFound);

        using var nation = await portal.SignInAsync("moe");
        Assert.Contains("示例市实验学校", (await nation.OpenAsync("/registrytransfer/schools")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_is_made_below_its_bureau_and_changed_there_with_an_audit_of_the_switch()
    {
        using var district = await portal.SignInAsync("u119901");
        await district.OpenAsync("/registrytransfer/schools");
        await district.FollowAsync("新建学校");
        var made = await district.SubmitAsync("form:has(#Form_Code)", New("2111990177", "示例区第二小学"));
        made.Expect(200);
        Assert.Contains("北京市示例区教委", made.TextOf("section[aria-labelledby=supervision]"), StringComparison.Ordinal);
        var id = await portal.SchoolIdAsync("2111990177");

        var taken = await MakeAsync(district, "2111990177", "示例区第三小学");
        Assert.Contains("已被另一所学校使用", taken.Text, StringComparison.Ordinal);
        var same = await MakeAsync(district, "2111990178", "示例区第二小学");
        Assert.Contains("已经有「示例区第二小学」", same.Text, StringComparison.Ordinal);
        var wrong = await MakeAsync(district, "2111990179", "示例区第四小学", ("Form.RegionCode", "1199"));
        Assert.Contains("行政区划代码须为 6 位数字", wrong.Text, StringComparison.Ordinal);

        await district.OpenAsync($"/registrytransfer/schools/edit?id={id}");
        using var other = await portal.SignInAsync("u11");
        await other.OpenAsync($"/registrytransfer/schools/edit?id={id}");
        await district.SubmitAsync("form:has(#Form_Code)", new Dictionary<string, object?> { ["Form.Name"] = "示例区中心小学", ["Form.FourEyes"] = "false" });
        Assert.Equal("示例区中心小学", await portal.Database.ScalarAsync<string>("select name from organisation_unit where id = @id", new { id }));
        Assert.Contains("经办与核办分离", await LastAuditAsync($"school:{id}"), StringComparison.Ordinal);

        var stale = await other.SubmitAsync("form:has(#Form_Code)", new Dictionary<string, object?> { ["Form.Name"] = "另一个名称" });
        Assert.Contains("示例区中心小学", stale.TextOf(".alert-warning"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_with_students_closes_only_with_a_keeper()
    {
        using var city = await portal.SignInAsync("u449901");
        var id = await portal.SchoolIdAsync("2144990101");
        await city.OpenAsync($"/registrytransfer/schools/edit?id={id}");
        var refused = await city.SubmitAsync("form:has(#Form_Code)", new Dictionary<string, object?> { ["Form.Status"] = "Closed" });
        Assert.Contains("请填写接管学校的标识码", refused.Text, StringComparison.Ordinal);
        await city.SubmitAsync("form:has(#Form_Code)", new Dictionary<string, object?> { ["Form.CustodianCode"] = "2144990001" });
        Assert.Equal(await portal.SchoolIdAsync("2144990001"), await portal.Database.ScalarAsync<long>("select custodian_unit_id from registrytransfer_school where unit_id = @id", new { id }));
        await city.OpenAsync($"/registrytransfer/schools/edit?id={id}");
        await city.SubmitAsync("form:has(#Form_Code)", new Dictionary<string, object?> { ["Form.Status"] = "Open", ["Form.CustodianCode"] = "" });
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select status from registrytransfer_school where unit_id = @id", new { id }));
    }

    [Fact]
    public async Task A_stage_with_students_stays()
    {
        using var city = await portal.SignInAsync("u4499");
        var id = await portal.SchoolIdAsync("2144990001");
        await city.OpenAsync($"/registrytransfer/schools/edit?id={id}");
        var refused = await city.SubmitAsync("form:has(#Form_Code)", new Dictionary<string, object?> { ["Form.Stages"] = "JuniorHigh" });
        Assert.Contains("名小学学生的学籍，不能取消这个学段", refused.Text, StringComparison.Ordinal);
        Assert.Equal(3, await portal.Database.ScalarAsync<int>("select stages from registrytransfer_school where unit_id = @id", new { id }));
    }

    [Fact]
    public async Task A_named_bureau_is_shown_and_must_lie_in_the_province()
    {
        using var province = await portal.SignInAsync("u44");
        var id = await portal.SchoolIdAsync("2144990001");
        await province.OpenAsync($"/registrytransfer/schools/supervisor?id={id}");
        var u44 = await portal.Database.ScalarAsync<long>("select unit_id from registrytransfer_province where id = 19");
        var saved = await province.SubmitAsync("form:has(#SupervisorId)", new { SupervisorId = u44, Since = "2026-03-10" });
        Assert.Contains("广东省教育厅", saved.TextOf("section[aria-labelledby=supervision]"), StringComparison.Ordinal);

        await province.OpenAsync($"/registrytransfer/schools/supervisor?id={id}");
        var past = await province.SubmitAsync("form:has(#SupervisorId)", new { SupervisorId = u44, Since = "2026-03-09" });
        Assert.Contains("生效日期不能早于今天", past.Text, StringComparison.Ordinal);
        var foreign = await province.SubmitAsync("form:has(#SupervisorId)", new { SupervisorId = id, Since = "2026-03-10" });
        Assert.Contains("只能指定本省在用的教育局", foreign.Text, StringComparison.Ordinal);
        await portal.Database.ExecuteAsync("delete from registrytransfer_school_supervisor");
    }

    [Fact]
    public async Task A_unit_of_the_registry_is_not_deleted_in_the_organisation()
    {
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(portal.Services);
        var uses = (IEnumerable<Portal.Units.IUnitUse>)scope.ServiceProvider.GetService(typeof(IEnumerable<Portal.Units.IUnitUse>))!;
        var school = await portal.SchoolIdAsync("2111990101");
        var words = new List<string?>();
        foreach (var use in uses)
            words.Add(await use.DescribeAsync(school, CancellationToken.None));
        Assert.Contains("学籍管理中登记为学校", words);
    }

    private static async Task<PortalPage> MakeAsync(PortalClient client, string code, string name, params (string Field, string Value)[] others)
    {
        await client.OpenAsync("/registrytransfer/schools");
        await client.FollowAsync("新建学校");
        var form = New(code, name);
        foreach (var (field, value) in others)
            form[field] = value;
        return await client.SubmitAsync("form:has(#Form_Code)", form);
    }

    private static Dictionary<string, object?> New(string code, string name) =>
        new() { ["Form.Code"] = code, ["Form.Name"] = name, ["Form.RegionCode"] = "119901", ["Form.Stages"] = "Primary" };

    private Task<string> LastAuditAsync(string subject) => portal.Database.ScalarAsync<string>(
        "select after_json from portal_audit where subject = @subject order by id desc limit 1", new { subject });
}
