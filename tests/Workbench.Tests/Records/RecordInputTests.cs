using System.Net;
using Portal.Testing;

namespace Workbench.Tests.Records;

/// <summary>What no form of the portal sends, and what nobody should learn by sending it.</summary>
public abstract class RecordInputTests<TDialect>(FairFixture<TDialect> portal) : IClassFixture<FairFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Fairs = FairFixture<TDialect>.Fairs;

    [Fact]
    public async Task Characters_that_nobody_sees_are_dropped_and_rows_are_counted_in_plain_digits()
    {
        using var client = await portal.SignInAsync("clerk");
        await client.OpenAsync($"{Fairs}/new");
        var token = client.Page.Find("#record-form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        (await client.PostAsync($"{Fairs}/new", new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["title"] = "控制\u0001符\u202Egnp.", ["remarks"] = "一\u0007行\n二行", ["guests[٣].name"] = "Ann", ["guests[99999].name"] = "Ann", ["_version"] = "0",
        })).Expect(200);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Fairs}/0/edit")).Status);
        Assert.Equal("一行\n二行", await portal.Database.ScalarAsync<string>("select remarks from toolkit_record where title = '控制符gnp.'"));
        Assert.Equal("{}", await portal.Database.ScalarAsync<string>("select data from toolkit_record where title = '控制符gnp.'"));
    }

    [Fact]
    public async Task Who_types_a_number_learns_the_title_only_of_what_he_may_open()
    {
        using var clerk = await portal.SignInAsync("clerk");
        await portal.DraftAsync(clerk, "还没有公布的展览");
        var no = await portal.Database.ScalarAsync<string>("select no from toolkit_record where title = '还没有公布的展览'");
        using var other = await portal.SignInAsync("other");
        await other.OpenAsync($"{FairFixture<TDialect>.Booths}/new");
        (await other.SubmitAsync("#save", new { fair = no, size = "12" })).Expect(200);
        Assert.Contains(no, other.Page.TextOf(".facts"), StringComparison.Ordinal);
        Assert.DoesNotContain("还没有公布的展览", other.Page.Text, StringComparison.Ordinal);
        using var office = await portal.SignInAsync("office");
        await office.OpenAsync($"{FairFixture<TDialect>.Booths}/new");
        (await office.SubmitAsync("#save", new { fair = no, size = "12" })).Expect(200);
        Assert.Contains("还没有公布的展览", office.Page.TextOf(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_rule_warns_of_at_the_last_step_is_told_to_whoever_decides_it()
    {
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.SubmittedAsync(clerk, "三月的展览", values => (values["startOn"], values["endOn"]) = ("2026-03-05", "2026-03-06"));
        using var head = await portal.SignInAsync("head");
        await head.OpenAsync(address);
        (await head.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "同意" })).Expect(200);
        Assert.DoesNotContain("批准时距开始不足 10 天", head.Page.Text, StringComparison.Ordinal);
        using var office = await portal.SignInAsync("office");
        await office.OpenAsync(address);
        (await office.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "同意" })).Expect(200);
        Assert.Contains("批准时距开始不足 10 天", office.Page.Text, StringComparison.Ordinal);
    }
}

public sealed class SqliteRecordInputTests(FairFixture<Sqlite> portal) : RecordInputTests<Sqlite>(portal);

public sealed class MariaDbRecordInputTests(FairFixture<MariaDb> portal) : RecordInputTests<MariaDb>(portal);
