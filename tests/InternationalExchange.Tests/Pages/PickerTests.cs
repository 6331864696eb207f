using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Pages;

public sealed class SqlitePickerTests(CaseFixture<Sqlite> portal) : PickerTests<Sqlite>(portal);

public sealed class MariaDbPickerTests(CaseFixture<MariaDb> portal) : PickerTests<MariaDb>(portal);

/// <summary>Whom and what the forms of the module offer, and to whom they do not.</summary>
public abstract class PickerTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Records = "/workbench/records";

    [Fact]
    public async Task A_college_chooses_among_the_verified_partners_of_the_whole_school()
    {
        await portal.PutAsync("exchange.partner", "国际交流处", "verified", "{}", "", "清迈大学");
        await portal.PutAsync("exchange.partner", "国际交流处", "draft", "{}", "", "清莱大学");
        using var college = await portal.SignInAsync("colA1");
        await college.OpenAsync($"{Records}/exchange.agreement/new");
        var offered = college.Page.FindAll("#list-exchange-partner option").Select(option => option.GetAttribute("value")!).ToArray();
        Assert.Contains(offered, text => text.EndsWith(" 清迈大学", StringComparison.Ordinal));
        Assert.DoesNotContain(offered, text => text.EndsWith(" 清莱大学", StringComparison.Ordinal));
        (await college.SubmitAsync("#save", new { title = "学生交换协议", partners = "清莱" })).Expect(422);
        (await college.SubmitAsync("#save", new { partners = "清迈" })).Expect(200);
        Assert.Contains("清迈大学", college.Page.TextOf(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_student_is_offered_nobody_elses_account_and_finds_nobody_by_name()
    {
        var (offered, errors) = await portal.As("2021020001").RunAsync(async services =>
        {
            var type = services.GetRequiredService<RecordCatalog>().Get("exchange.outbound-student");
            var people = await services.GetRequiredService<RecordPeopleQueries>().SuggestAsync(type, CancellationToken.None);
            var input = await services.GetRequiredService<RecordInputService>().ReadAsync(
                type, [KeyValuePair.Create("student", new StringValues("学生1")), KeyValuePair.Create("owner", new StringValues("卫小满"))], field => field.Id == "student", withCommon: true, CancellationToken.None);
            return (people.Select(choice => choice.Person.Account).Order(StringComparer.Ordinal).ToArray(), input.Errors);
        });
        Assert.Equal(["2021020001", "colAh"], offered);
        Assert.Equal(["student"], errors.Keys);
        Assert.DoesNotContain("s1", errors["student"], StringComparison.Ordinal);
    }
}
