using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Units;

namespace Workbench.Tests.Records;

/// <summary>People by name or account, records by number or title, and what a new form begins with; without a script.</summary>
public abstract class RecordPickerTests<TDialect>(FairFixture<TDialect> portal) : IClassFixture<FairFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Fairs = FairFixture<TDialect>.Fairs;
    private const string Booths = FairFixture<TDialect>.Booths;

    [Fact]
    public async Task A_new_record_begins_with_the_units_head_and_an_emptied_head_is_asked_for()
    {
        using var clerk = await portal.SignInAsync("clerk");
        await clerk.OpenAsync($"{Fairs}/new");
        Assert.Equal(("赵院长（head）", "钱经办（clerk）"), (clerk.Page.Find("#unitHead").GetAttribute("value"), clerk.Page.Find("#owner").GetAttribute("value")));

        // A unit in which nobody holds the post goes on with whom its latest record names.
        using var other = await portal.SignInAsync("other");
        await other.OpenAsync($"{Fairs}/new");
        Assert.Equal("", other.Page.Find("#unitHead").GetAttribute("value") ?? "");
        (await other.SubmitAsync("#save", new { title = "音乐展", unitHead = "周处长（office）" })).Expect(200);
        await other.OpenAsync($"{Fairs}/new");
        Assert.Equal("周处长（office）", other.Page.Find("#unitHead").GetAttribute("value"));
        (await other.SubmitAsync("button[name=_submit]", new { title = "没有一把手", unitHead = "" })).Expect(422);
        Assert.Contains("请填写单位一把手（第四条）", other.Page.TextOf("#unitHead-hint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_only_one_in_reach_has_is_enough()
    {
        await AddAsync(("clerk3", "孙经办", "展会经办", "美术学院"), ("clerk4", "冯·经办", "展会经办", "美术学院"));
        using var clerk = await portal.SignInAsync("clerk");
        await clerk.OpenAsync($"{Fairs}/new");
        Assert.Contains(clerk.Page.FindAll("#list-people option"), option => option.GetAttribute("value") == "赵院长（head）" && option.TextContent == "美术学院 展会负责人");
        Assert.DoesNotContain(clerk.Page.FindAll("#list-people option"), option => option.GetAttribute("value")!.Contains("李经办", StringComparison.Ordinal));
        (await clerk.SubmitAsync("#save", new { title = "按姓名", unitHead = " 赵院长 ", owner = "冯·经办" })).Expect(200);
        Assert.Contains("冯·经办", clerk.Page.TextOf(".facts"), StringComparison.Ordinal);

        foreach (var (typed, message) in new[]
        {
            ("孙经办", "责任人：叫“孙经办”的有 2 人：孙经办（clerk2，美术学院 展会经办）、孙经办（clerk3，美术学院 展会经办），请填写其中一人的账号"),
            ("李经办", "责任人：没有账号“李经办”的人员，本单位也没有叫这个名字的人，请填写工号或账号"),
        })
        {
            await clerk.OpenAsync($"{Fairs}/new");
            (await clerk.SubmitAsync("#save", new { title = "填错", owner = typed })).Expect(422);
            Assert.Contains(message, clerk.Page.TextOf("#owner-hint"), StringComparison.Ordinal);
            Assert.Equal(typed, clerk.Page.Find("#owner").GetAttribute("value"));
        }

        // By account anybody, and an office finds the whole school.
        (await clerk.SubmitAsync("#save", new { owner = "other" })).Expect(200);
        Assert.Contains("李经办", clerk.Page.TextOf(".facts"), StringComparison.Ordinal);
        using var office = await portal.SignInAsync("office");
        await office.OpenAsync($"{Booths}/new");
        (await office.SubmitAsync("#save", new { size = "3", keeper = "李经办" })).Expect(200);
        Assert.Contains("李经办", office.Page.TextOf(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_in_reach_stands_for_its_number_and_several_are_told_apart()
    {
        using var clerk = await portal.SignInAsync("clerk");
        await portal.DraftAsync(clerk, "春季油画、版画展");
        await portal.DraftAsync(clerk, "春季书法展");
        var (first, second) = (await NumberAsync("春季油画、版画展"), await NumberAsync("春季书法展"));
        await clerk.OpenAsync($"{Booths}/new");
        Assert.Contains(clerk.Page.FindAll("#list-fair-fair option"), option => option.GetAttribute("value") == $"{second} 春季书法展" && option.TextContent == "草稿，美术学院");
        (await clerk.SubmitAsync("#save", new { fair = "春季", size = "4" })).Expect(422);
        Assert.Contains($"标题含“春季”的展览不止一条：{second} 春季书法展、{first} 春季油画、版画展，请填写编号", clerk.Page.TextOf("#fair-hint"), StringComparison.Ordinal);
        (await clerk.SubmitAsync("#save", new { fair = "书法" })).Expect(200);
        Assert.Contains($"{second} 春季书法展", clerk.Page.TextOf(".facts"), StringComparison.Ordinal);

        // As the form shows it, in lower case, several in one input as an export has them, a title with the dividing sign in it.
        foreach (var typed in new[] { $"{first} 春季油画、版画展、{second} 春季书法展", $"{first.ToLowerInvariant()}、书法", $"春季油画、版画展；{second}" })
        {
            await clerk.OpenAsync($"{Booths}/new");
            (await clerk.SubmitAsync("#save", new { size = "5", also = typed })).Expect(200);
            Assert.Equal([$"{first} 春季油画、版画展", $"{second} 春季书法展"], clerk.Page.FindAll(".facts .record-link").Select(link => link.TextContent.Trim()));
        }

        await clerk.OpenAsync($"{clerk.Page.Url.AbsolutePath}/edit");
        Assert.Equal([$"{first} 春季油画、版画展", $"{second} 春季书法展", "", ""], clerk.Page.FindAll("input[name=also]").Select(input => input.GetAttribute("value") ?? ""));
        (await clerk.SubmitAsync("#save")).Expect(200);

        using var other = await portal.SignInAsync("other");
        await other.OpenAsync($"{Booths}/new");
        Assert.Empty(other.Page.FindAll("#list-fair-fair option").Where(option => option.GetAttribute("value")!.Contains("春季", StringComparison.Ordinal)));
        (await other.SubmitAsync("#save", new { fair = "书法", size = "4" })).Expect(422);
        Assert.Contains("展览：没有找到编号是“书法”或标题含“书法”的展览", other.Page.TextOf("#fair-hint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_begun_from_another_has_its_reference_and_what_both_have()
    {
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.SubmittedAsync(clerk, "带国别的展览", values => values["countries"] = "法国");
        await clerk.OpenAsync(address);
        await clerk.FollowAsync("新建展位");
        Assert.Equal($"{await NumberAsync("带国别的展览")} 带国别的展览", clerk.Page.Find("#fair").GetAttribute("value"));
        Assert.Equal("法国", clerk.Page.Find("#countries").GetAttribute("value"));
        await clerk.OpenAsync($"{Booths}/new?fair=ZL-2026-9999&size=7");
        Assert.Equal(("ZL-2026-9999", "7"), (clerk.Page.Find("#fair").GetAttribute("value"), clerk.Page.Find("#size").GetAttribute("value")));
    }

    [Fact]
    public async Task What_may_be_empty_and_is_stands_in_one_line()
    {
        using var clerk = await portal.SignInAsync("clerk");
        await portal.DraftAsync(clerk, "只填必填");
        Assert.Contains("未填：境外组织参与、参与国别、场地、不对外、票价、主题、外宾、开幕时间、联系人证件号", clerk.Page.TextOf("#unfilled"), StringComparison.Ordinal);
        Assert.DoesNotContain("—", clerk.Page.TextOf(".facts"), StringComparison.Ordinal);
    }

    private Task<string> NumberAsync(string title) => portal.Database.ScalarAsync<string>("select no from toolkit_record where title = @title", new { title });

    private async Task AddAsync(params (string Account, string Name, string Role, string Unit)[] people)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<IDemoOrganisation>();
        foreach (var (account, name, role, unit) in people)
        {
            var id = await portal.Database.ScalarAsync<long>("select id from organisation_unit where name = @unit", new { unit });
            await demo.PeopleAsync([new(account, name, role, id)], CancellationToken.None);
        }
    }
}

public sealed class SqliteRecordPickerTests(FairFixture<Sqlite> portal) : RecordPickerTests<Sqlite>(portal);

public sealed class MariaDbRecordPickerTests(FairFixture<MariaDb> portal) : RecordPickerTests<MariaDb>(portal);
