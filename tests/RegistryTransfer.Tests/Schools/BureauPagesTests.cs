using System.Net;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Schools;

public sealed class SqliteBureauPagesTests(TransferFixture<Sqlite> portal) : BureauPagesTests<Sqlite>(portal);

public sealed class MariaDbBureauPagesTests(TransferFixture<MariaDb> portal) : BureauPagesTests<MariaDb>(portal);

public abstract class BureauPagesTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "transfer:34")]
    public async Task The_corps_and_the_region_it_lies_in_are_two_provinces_with_bureaus_of_their_own()
    {
        using var nation = await portal.SignInAsync("moe");
        await nation.OpenAsync("/registrytransfer/bureaus");
        Assert.Equal(32, (await nation.FollowAsync("省份")).FindAll("tbody tr").Count);
        foreach (var (id, bureau) in new[] { (31, "新疆维吾尔自治区教育厅"), (32, "新疆生产建设兵团教育局") })
        {
            await nation.OpenAsync($"/registrytransfer/provinces/edit?id={id}");
            await nation.SubmitAsync("form:has(#BureauName)", new { BureauName = bureau });
        }

        var units = await portal.Database.QueryAsync<long>("select unit_id from registrytransfer_province where id in (31, 32)");
        Assert.Equal(2, units.Distinct().Count());
        foreach (var unit in units)
        {
            await nation.OpenAsync($"/registrytransfer/bureaus/edit?parent={unit}");
            var made = await nation.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?> { ["Form.Name"] = "石河子教育局", ["Form.Level"] = "City", ["Form.RegionCode"] = "659000" });
            made.Expect(200);
        }

        Assert.Equal(2, await portal.Database.ScalarAsync<long>("select count(distinct province_id) from registrytransfer_bureau where region_code = '659000'"));
        await nation.OpenAsync("/registrytransfer/provinces/edit?id=31");
        var stolen = await nation.SubmitAsync("form:has(#BureauName)", new { BureauName = "新疆生产建设兵团教育局" });
        Assert.Contains("属于另一个省级单位", stolen.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "transfer:33")]
    public async Task A_school_no_bureau_is_responsible_for_says_so_on_its_page()
    {
        using var province = await portal.SignInAsync("u51");
        (await AddBureauAsync(province, "示例二区教育局", "519902")).Expect(HttpStatusCode.OK);
        await province.OpenAsync("/registrytransfer/schools");
        await province.FollowAsync("新建学校");
        var made = await province.SubmitAsync("form:has(#Form_Code)", NewSchool("2151000099", "无主学校", "519902"));
        Assert.Contains("示例二区教育局", made.TextOf("section[aria-labelledby=supervision]"), StringComparison.Ordinal);
        await portal.Database.ExecuteAsync("update registrytransfer_bureau set is_active = 0 where region_code = '519902'");
        Assert.Contains("未配置学籍主管部门", (await province.OpenAsync(made.Url.PathAndQuery)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_lies_in_its_province_and_in_a_region_that_has_a_bureau()
    {
        using var province = await portal.SignInAsync("u51");
        await province.OpenAsync("/registrytransfer/schools");
        await province.FollowAsync("新建学校");
        var unknown = await province.SubmitAsync("form:has(#Form_Code)", NewSchool("2151000098", "远方学校", "519977"));
        unknown.Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("四川省没有行政区划 519977 的教育局", unknown.Text, StringComparison.Ordinal);
        var foreign = await province.SubmitAsync("form:has(#Form_Code)", NewSchool("2151000098", "远方学校", "449901"));
        Assert.Contains("不在四川省：须以 51 开头", foreign.Text, StringComparison.Ordinal);
        Assert.Contains("以 51 开头", (await AddBureauAsync(province, "外省教育局", "449977")).Text, StringComparison.Ordinal);

        var id = await portal.SchoolIdAsync("2151000001");
        await province.OpenAsync($"/registrytransfer/schools/edit?id={id}");
        (await province.SubmitAsync("form:has(#Form_Code)", new Dictionary<string, object?> { ["Form.Name"] = "四川直属实验学校" })).Expect(HttpStatusCode.OK);
        await province.OpenAsync($"/registrytransfer/schools/edit?id={id}");
        (await province.SubmitAsync("form:has(#Form_Code)", new Dictionary<string, object?> { ["Form.RunLevel"] = "District" })).Expect(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_province_makes_its_bureaus_and_no_region_has_two_of_one_level()
    {
        using var province = await portal.SignInAsync("u44");
        await province.OpenAsync("/registrytransfer/bureaus");
        await province.FollowAsync("新建下级教育局");
        var doubled = await province.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?> { ["Form.Name"] = "另一个市局", ["Form.Level"] = "City", ["Form.RegionCode"] = "449900" });
        Assert.Contains("已有一个地市级教育局", doubled.Text, StringComparison.Ordinal);
        await province.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?> { ["Form.Name"] = "东莞市教育局", ["Form.RegionCode"] = "441900" });
        var id = await portal.Database.ScalarAsync<long>("select unit_id from registrytransfer_bureau where region_code = '441900'");

        await province.OpenAsync($"/registrytransfer/bureaus/edit?id={id}");
        await province.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?> { ["Form.Name"] = "东莞教育局", ["Form.IsActive"] = "false" });
        Assert.Contains("停用", (await province.OpenAsync("/registrytransfer/bureaus?q=东莞")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bureaus_and_provinces_of_others_are_not_found()
    {
        using var district = await portal.SignInAsync("u119901");
        var u44 = await portal.Database.ScalarAsync<long>("select unit_id from registrytransfer_province where id = 19");
        (await district.GetAsync($"/registrytransfer/bureaus/edit?id={u44}")).Expect(HttpStatusCode.NotFound);
        (await district.GetAsync($"/registrytransfer/schools/edit?parent={u44}")).Expect(HttpStatusCode.NotFound);
        (await district.GetAsync("/registrytransfer/provinces/edit?id=1")).Expect(HttpStatusCode.NotFound);
        using var school = await portal.SignInAsync("sa");
        (await school.GetAsync("/registrytransfer/bureaus")).Expect(HttpStatusCode.Forbidden);
    }

    private static async Task<PortalPage> AddBureauAsync(PortalClient client, string name, string region)
    {
        await client.OpenAsync("/registrytransfer/bureaus");
        await client.FollowAsync("新建下级教育局");
        return await client.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?> { ["Form.Name"] = name, ["Form.Level"] = "District", ["Form.RegionCode"] = region });
    }

    private static Dictionary<string, object?> NewSchool(string code, string name, string region) =>
        new() { ["Form.Code"] = code, ["Form.Name"] = name, ["Form.RegionCode"] = region, ["Form.RunLevel"] = "District", ["Form.Stages"] = "Primary" };
}
