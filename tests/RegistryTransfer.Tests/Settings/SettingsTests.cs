using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.RegistryTransfer.Model;
using Portal.Testing;
using Portal.Toolkit.Reviews;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Settings;

public sealed class SqliteSettingsTests(TransferFixture<Sqlite> portal) : SettingsTests<Sqlite>(portal);

public sealed class MariaDbSettingsTests(TransferFixture<MariaDb> portal) : SettingsTests<MariaDb>(portal);

public abstract class SettingsTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Root = "/registrytransfer/settings";
    private const string Zhang = "G449901201503120132";

    public Task InitializeAsync() => portal.EndApplicationsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_province_keeps_windows_of_its_own_and_cannot_touch_the_national_ones()
    {
        using var province = await portal.SignInAsync("u11");
        Assert.Contains("转学设置：北京市", (await province.OpenAsync(Root)).Text, StringComparison.Ordinal);
        (await province.GetAsync($"{Root}/window?id=1")).Expect(HttpStatusCode.NotFound);
        await province.OpenAsync($"{Root}/window");
        Assert.Contains("请填写月-日", (await province.SubmitAsync("form:has(#Opens)", new { Opens = "13-01", Closes = "8-14", Note = "依据" })).Text, StringComparison.Ordinal);
        await province.SubmitAsync("form:has(#Opens)", new { Opens = "3-1", Closes = "03-31", Note = "本市三月停办" });
        Assert.Equal("03-01", await portal.Database.ScalarAsync<string>("select opens from registrytransfer_business_window where province_id = 1"));

        using var school = await portal.SignInAsync("sa");
        var closed = await school.SearchAsync("张示例", Zhang);
        Assert.Contains("本市三月停办", closed.Text, StringComparison.Ordinal);

        var id = await portal.Database.ScalarAsync<long>("select id from registrytransfer_business_window where province_id = 1");
        await province.OpenAsync($"{Root}/window?id={id}");
        await province.SubmitAsync("button[formaction]");
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from registrytransfer_business_window where province_id = 1"));
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select count(*) from portal_audit where action = '删除业务时段'"));
    }

    [Fact]
    public async Task A_rule_is_added_switched_off_and_refused_when_stale()
    {
        using var province = await portal.SignInAsync("u44");
        await province.OpenAsync($"{Root}/rule");
        Assert.Contains("这条规则须选择年级", (await province.SubmitAsync("form:has(#RuleKey)", new { RuleKey = "GRADE", Stages = "Primary", Text = "不收" })).Text, StringComparison.Ordinal);
        await province.SubmitAsync("form:has(#RuleKey)", new { Grades = "P5", Severity = "Block", Source = "本省办法" });
        var id = await portal.Database.ScalarAsync<long>("select id from registrytransfer_transfer_rule where province_id = 19");
        Assert.Equal("P5", await portal.Database.ScalarAsync<string>("select grades from registrytransfer_transfer_rule where id = @id", new { id }));
        using var second = await portal.SignInAsync("u44");
        await second.OpenAsync($"{Root}/rule?id={id}");
        await province.OpenAsync($"{Root}/rule?id={id}");
        await province.SubmitAsync("form:has(#RuleKey)", new { IsActive = "false" });
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select is_active from registrytransfer_transfer_rule where id = @id", new { id }));
        Assert.Contains("别人修改了这里的内容", (await second.SubmitAsync("form:has(#RuleKey)", new { Text = "改一下" })).Text, StringComparison.Ordinal);
        using var district = await portal.SignInAsync("u449901");
        (await district.GetAsync(Root)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_ministry_keeps_national_rows_and_values_with_their_source()
    {
        using var nation = await portal.SignInAsync("moe");
        await nation.OpenAsync($"{Root}/window?id=1");
        await nation.SubmitAsync("form:has(#Opens)", new { Note = "全国统一升级期间暂停办理（修订）" });
        Assert.Contains("（修订）", nation.Page.Text, StringComparison.Ordinal);
        Assert.Contains("1 到 1000", (await nation.SubmitAsync("form.option", new { value = "很多" })).Text, StringComparison.Ordinal);
        using var colleague = await portal.SignInAsync("moe");
        await colleague.OpenAsync(Root);
        await nation.SubmitAsync("form.option", new { value = "20", note = "部内通知" });
        var stale = await colleague.SubmitAsync("form.option", new { value = "25", note = "另一份通知" });
        Assert.Contains("现在保存的是：20", stale.Text, StringComparison.Ordinal);
        Assert.Contains("另一份通知", stale.Html, StringComparison.Ordinal);
        Assert.Equal("20", await portal.Database.ScalarAsync<string>("select value from registrytransfer_setting where name = 'look-up.misses-per-hour'"));
        await nation.SubmitAsync("form.option", new { value = "" });
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from registrytransfer_setting"));
    }

    [Fact]
    public async Task A_value_that_would_stop_the_business_is_refused()
    {
        using var nation = await portal.SignInAsync("moe");
        await nation.OpenAsync(Root);
        Assert.Contains("1 到 1000", (await nation.SubmitAsync("form.option:has([id='look-up.misses-per-hour'])", new { value = "0" })).Text, StringComparison.Ordinal);
        Assert.Contains("60 到 3650", (await nation.SubmitAsync("form.option:has([id='purge.days'])", new { value = "0" })).Text, StringComparison.Ordinal);
        using var province = await portal.SignInAsync("u11");
        await province.OpenAsync(Root);
        Assert.Contains("0 到 1", (await province.SubmitAsync("form.option", new { value = "2" })).Text, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from registrytransfer_setting"));
    }

    [Fact]
    public async Task A_supervision_rule_and_a_mapping_hold_for_the_own_province()
    {
        using var province = await portal.SignInAsync("u44");
        await province.OpenAsync($"{Root}/supervision");
        await province.SubmitAsync("form:has(#RunLevel)", new { Note = "本省高中由市局主管" });
        await province.OpenAsync($"{Root}/supervision");
        Assert.Contains("已有同样条件的一项", (await province.SubmitAsync("form:has(#RunLevel)")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select level from registrytransfer_supervision_rule where province_id = 19 and stage = 4 and run_level = 2"));
        await province.OpenAsync(Root);
        await province.SubmitAsync("form.mapping");
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select count(*) from registrytransfer_grade_mapping where province_id = 19 and is_active = 1"));
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from registrytransfer_grade_mapping where province_id = 0 and is_active = 1"));
        await portal.Database.ExecuteAsync("delete from registrytransfer_grade_mapping where province_id = 19");
        await portal.Database.ExecuteAsync("delete from registrytransfer_supervision_rule");
    }

    [Fact]
    public async Task A_grade_mapping_is_added_once_changed_and_removed_by_whose_it_is()
    {
        using var nation = await portal.SignInAsync("moe");
        await nation.OpenAsync($"{Root}/mapping");
        Assert.Contains("已有同样条件的一项", (await nation.SubmitAsync("form:has(#FromGrade)", new { FromGrade = "J1", ToGrade = "P6" })).Text, StringComparison.Ordinal);
        (await nation.GetAsync($"{Root}/mapping?id=1")).Expect(HttpStatusCode.OK);
        using var province = await portal.SignInAsync("u44");
        (await province.GetAsync($"{Root}/mapping?id=1")).Expect(HttpStatusCode.NotFound);
        await province.OpenAsync($"{Root}/mapping");
        Assert.Contains("没有这个年级", (await province.SubmitAsync("form:has(#FromGrade)", new { FromGrade = "P6", ToGrade = "P6" })).Text, StringComparison.Ordinal);
        await province.OpenAsync($"{Root}/mapping");
        await province.SubmitAsync("form:has(#FromGrade)", new { FromGrade = "P5", ToGrade = "P5" });
        var id = await portal.Database.ScalarAsync<long>("select id from registrytransfer_grade_mapping where province_id = 19 and from_grade = 'P5' and is_active = 1");
        await province.OpenAsync($"{Root}/mapping?id={id}");
        await province.SubmitAsync("form:has(#FromGrade)", new { ToGrade = "P6" });
        Assert.Equal("P6", await portal.Database.ScalarAsync<string>("select to_grade from registrytransfer_grade_mapping where id = @id", new { id }));
        await province.OpenAsync($"{Root}/mapping?id={id}");
        await province.SubmitAsync("button[formaction]");
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from registrytransfer_grade_mapping where province_id = 19"));
    }

    [Fact]
    public async Task A_province_gives_an_entered_step_to_another_bureau_with_a_reason()
    {
        using var school = await portal.SignInAsync("sa");
        await school.ApplyAsync("张示例", Zhang);
        await using (var scope = await portal.EnterAsync("sa-lead"))
        {
            var reviewId = await portal.Database.ScalarAsync<long>("select review_id from registrytransfer_application where open_student_id is not null");
            var version = await portal.Database.ScalarAsync<long>("select version from toolkit_review where id = @reviewId", new { reviewId });
            await scope.ServiceProvider.GetRequiredService<ReviewCommands>().DecideAsync(reviewId, version, ReviewDecision.Pass, "同意", null, CancellationToken.None);
        }

        using var other = await portal.SignInAsync("u44");
        Assert.DoesNotContain("张示例", (await other.OpenAsync($"{Root}/reroute")).Text, StringComparison.Ordinal);
        using var province = await portal.SignInAsync("u11");
        var list = await province.OpenAsync($"{Root}/reroute");
        Assert.Contains("张示例", list.Text, StringComparison.Ordinal);
        Assert.Contains("2026-03-24", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-03-25", list.Text, StringComparison.Ordinal);
        using var nation = await portal.SignInAsync("moe");
        Assert.Contains("张＊＊", (await nation.OpenAsync($"{Root}/reroute")).Text, StringComparison.Ordinal);
        Assert.Contains("本页 1 笔", list.Text, StringComparison.Ordinal);
        await portal.Database.ExecuteAsync("update registrytransfer_bureau set is_active = 0 where region_code = '110000'");
        Assert.Contains("没有另一个在用的教育局", (await province.FollowAsync("a[data-row-link]")).Text, StringComparison.Ordinal);
        await portal.Database.ExecuteAsync("update registrytransfer_bureau set is_active = 1 where region_code = '110000'");
        await province.OpenAsync($"{Root}/reroute");
        await province.FollowAsync("a[data-row-link]");
        var u11 = await portal.Database.ScalarAsync<long>("select unit_id from registrytransfer_province where id = 1");
        Assert.Contains("请填写原因", (await province.SubmitAsync("form:has(#UnitId)", new { UnitId = u11 })).Text, StringComparison.Ordinal);
        await province.SubmitAsync("form:has(#UnitId)", new { UnitId = u11, Reason = "区教委合并" });
        Assert.Equal(u11, await portal.Database.ScalarAsync<long>("select waiting_unit_id from registrytransfer_application where open_student_id is not null"));
        Assert.Equal((int)ApplicationStatus.PendingInBureau, await portal.Database.ScalarAsync<int>("select status from registrytransfer_application where open_student_id is not null"));
    }
}
