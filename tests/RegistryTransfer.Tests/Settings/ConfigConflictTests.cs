using System.Net;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Settings;

public sealed class SqliteConfigConflictTests(TransferFixture<Sqlite> portal) : ConfigConflictTests<Sqlite>(portal);

public sealed class MariaDbConfigConflictTests(TransferFixture<MariaDb> portal) : ConfigConflictTests<MariaDb>(portal);

public abstract class ConfigConflictTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Root = "/registrytransfer/settings";

    [Fact]
    public async Task A_stale_row_answers_409_with_both_versions_and_can_then_be_saved()
    {
        using var first = await portal.SignInAsync("moe");
        using var second = await portal.SignInAsync("moe");
        await first.OpenAsync($"{Root}/window?id=3");
        await second.OpenAsync($"{Root}/window?id=3");
        await first.SubmitAsync("form:has(#Opens)", new { Opens = "08-16" });
        var stale = await second.SubmitAsync("form:has(#Opens)", new { Closes = "12-20" });
        stale.Expect(HttpStatusCode.Conflict);
        Assert.Contains("08-16", stale.TextOf(".alert-warning"), StringComparison.Ordinal);
        Assert.Contains("12-20", stale.TextOf(".alert-warning"), StringComparison.Ordinal);
        (await second.SubmitAsync("form:has(#Opens)")).Expect(HttpStatusCode.OK);
        Assert.Equal("08-15", await portal.Database.ScalarAsync<string>("select opens from registrytransfer_business_window where id = 3"));
        var audit = await portal.Database.ScalarAsync<string>("select before_json from portal_audit where action = '修改业务时段' order by id desc limit 1");
        Assert.Contains("08-16", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_changed_meanwhile_is_not_deleted_and_one_that_is_leaves_what_it_was()
    {
        using var first = await portal.SignInAsync("u51");
        await first.OpenAsync($"{Root}/rule");
        await first.SubmitAsync("form:has(#RuleKey)", new { RuleKey = "NOTICE", Stages = "Primary", Text = "先问学校", Source = "本省办法" });
        var id = await portal.Database.ScalarAsync<long>("select id from registrytransfer_transfer_rule where province_id = 23");
        using var second = await portal.SignInAsync("u51");
        await second.OpenAsync($"{Root}/rule?id={id}");
        await first.OpenAsync($"{Root}/rule?id={id}");
        await first.SubmitAsync("form:has(#RuleKey)", new { Text = "先问教育局" });
        var stale = await second.SubmitAsync("button[formaction]");
        stale.Expect(HttpStatusCode.Conflict);
        Assert.Contains("先问教育局", stale.Html, StringComparison.Ordinal);
        await second.SubmitAsync("button[formaction]");
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from registrytransfer_transfer_rule where province_id = 23"));
        Assert.Contains("先问教育局", await portal.Database.ScalarAsync<string>("select before_json from portal_audit where action = '删除转学规则'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_answers_422_and_what_belongs_to_another_scope_is_not_found()
    {
        using var province = await portal.SignInAsync("u44");
        await province.OpenAsync($"{Root}/window");
        (await province.SubmitAsync("form:has(#Opens)", new { Opens = "13-01", Closes = "8-14", Note = "依据" })).Expect(HttpStatusCode.UnprocessableEntity);
        await province.OpenAsync($"{Root}/window");
        var form = new { Opens = "3-1", Closes = "3-31", Note = "本省三月停办" };
        (await province.SubmitAsync("form:has(#Opens)", form)).Expect(HttpStatusCode.OK);
        await province.OpenAsync($"{Root}/window");
        var twice = await province.SubmitAsync("form:has(#Opens)", form);
        twice.Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("已有同样条件的一项", twice.Text, StringComparison.Ordinal);

        var id = await portal.Database.ScalarAsync<long>("select id from registrytransfer_business_window where province_id = 19");
        using var nation = await portal.SignInAsync("moe");
        await nation.OpenAsync($"{Root}/window?id=1");
        nation.Page.Find("form:has(#Opens)").SetAttribute("action", $"{Root}/window?id={id}");
        (await nation.SubmitAsync("form:has(#Opens)", new { Note = "改别省的" })).Expect(HttpStatusCode.NotFound);
        await nation.OpenAsync($"{Root}/window?id=1");
        nation.Page.Find("button[formaction]").SetAttribute("formaction", $"{Root}/window?id={id}&handler=Delete");
        (await nation.SubmitAsync("button[formaction]")).Expect(HttpStatusCode.NotFound);
        Assert.Equal("本省三月停办", await portal.Database.ScalarAsync<string>("select note from registrytransfer_business_window where id = @id", new { id }));
    }

    [Fact]
    public async Task The_country_has_each_grade_mapping_once()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => portal.Database.ExecuteAsync(
            """
            insert into registrytransfer_grade_mapping (id, province_id, from_system, from_grade, to_system, to_grade, is_active, version)
            values (900, 0, 1, 'J1', 0, 'P5', 1, 1)
            """));
    }

    [Fact]
    public async Task A_province_saved_by_two_answers_409_with_what_is_stored()
    {
        using var first = await portal.SignInAsync("moe");
        using var second = await portal.SignInAsync("moe");
        await first.OpenAsync("/registrytransfer/provinces/edit?id=12");
        await second.OpenAsync("/registrytransfer/provinces/edit?id=12");
        await first.SubmitAsync("form:has(#BureauName)", new { BureauName = "安徽省教育厅" });
        var stale = await second.SubmitAsync("form:has(#BureauName)", new { BureauName = "安徽教育厅", SelfBuilt = "true" });
        stale.Expect(HttpStatusCode.Conflict);
        Assert.Contains("安徽省教育厅", stale.TextOf(".alert-warning"), StringComparison.Ordinal);
        Assert.Equal(2, await portal.Database.ScalarAsync<int>("select version from registrytransfer_province where id = 12"));
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from organisation_unit where name = '安徽教育厅'"));
    }

    [Fact]
    public async Task A_region_has_one_active_bureau_of_a_level_whoever_writes()
    {
        var parent = await portal.Database.ScalarAsync<long>("select unit_id from registrytransfer_province where id = 19");
        await Assert.ThrowsAnyAsync<Exception>(() => portal.Database.ExecuteAsync(
            "insert into registrytransfer_bureau (unit_id, level, region_code, province_id, is_active, version) values (99999901, 2, '449901', 19, 1, 1)"));
        await portal.Database.ExecuteAsync(
            "insert into registrytransfer_bureau (unit_id, level, region_code, province_id, is_active, version) values (99999901, 2, '449901', 19, 0, 1)");
        await portal.Database.ExecuteAsync("delete from registrytransfer_bureau where unit_id = 99999901");

        using var first = await portal.SignInAsync("u44");
        using var second = await portal.SignInAsync("u44");
        await first.OpenAsync($"/registrytransfer/bureaus/edit?id={parent}");
        await second.OpenAsync($"/registrytransfer/bureaus/edit?id={parent}");
        await first.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?> { ["Form.Name"] = "广东教育厅" });
        var stale = await second.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?> { ["Form.Name"] = "粤教育厅" });
        stale.Expect(HttpStatusCode.Conflict);
        Assert.Contains("广东教育厅", stale.TextOf(".alert-warning"), StringComparison.Ordinal);
    }
}
